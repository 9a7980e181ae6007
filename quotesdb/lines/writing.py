"""Files that are there whole or not at all."""

import gzip
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

STANDARD = Path("-")
QUICK = 6
"""The level of compression."""


@contextmanager
def whole_file(path: Path, *, compressed: bool) -> Iterator[Any]:
    """A file to write into, which takes its name once all is written; `-` is standard output."""
    if path == STANDARD:
        with _compressed(sys.stdout.buffer, compressed) as file:
            yield file
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as raw:
            with _compressed(raw, compressed) as file:
                yield file
            raw.flush()
            os.fsync(raw.fileno())
        _let_others_read(Path(name))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def _compressed(raw: IO[bytes], compressed: bool) -> Iterator[Any]:
    """Without name and time inside, so that the same lines make the same bytes."""
    if not compressed:
        yield raw
        return
    with gzip.GzipFile("", "wb", QUICK, raw, mtime=0) as file:
        yield file


def _let_others_read(path: Path) -> None:
    """As any new file would be; one for a while is its writer's alone."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
