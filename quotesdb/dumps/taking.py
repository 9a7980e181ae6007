"""Taking a dump: all that is public as it was at one moment, whole or not at all."""

import gzip
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import IO, Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from quotesdb import editions
from quotesdb.dumps.files import file_of, names_of_files
from quotesdb.dumps.manifest import NAME, BadDump, File, Manifest, manifest_of
from quotesdb.lines.exporting import packed, records
from quotesdb.lines.members import moment_told
from quotesdb.lines.snapshot import snapshot
from quotesdb.lines.writing import QUICK
from quotesdb.models import Change
from quotesdb.redacting.remembering import redacted

UNFINISHED = ".unfinished-"
CALLED = "%Y-%m-%dT%H-%M-%S-%fZ"
"""By its moment, so that the order of names is that of time."""


class Written:
    """One file of a dump as it is written: compressed, counted and hashed."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.lines = self.bytes = 0
        self._digest, self._of_lines = sha256(), sha256()
        self._raw: IO[bytes] = path.open("xb")
        # Without name and time inside: the same lines make the same bytes.
        self._gzip = gzip.GzipFile("", "wb", QUICK, self, mtime=0)

    def add(self, line: bytes) -> None:
        self.lines += 1
        self._of_lines.update(line)
        self._gzip.write(line)

    def write(self, data: bytes) -> int:
        """What the compressor gives out."""
        self._digest.update(data)
        self.bytes += len(data)
        return self._raw.write(data)

    def flush(self) -> None:
        self._raw.flush()

    def close(self) -> None:
        self._gzip.close()
        self._raw.flush()
        os.fsync(self._raw.fileno())
        self._raw.close()

    def told(self) -> File:
        digests = self._digest.hexdigest(), self._of_lines.hexdigest()
        return File(self.name, self.lines, self.bytes, *digests)


def take(
    into: Path, *, private: bool = False, on_line: Callable[[], Any] = lambda: None
) -> tuple[Path, Manifest]:
    """Take a dump, in a folder of its own inside `into`; `on_line` is called for each line.

    Raises OSError; nothing is left behind then.
    """
    into.mkdir(parents=True, exist_ok=True)
    with _unfinished(into) as folder, snapshot():
        at = timezone.now()
        files = _write(folder, private, on_line)
        manifest = Manifest(
            moment_told(at), private, editions.present(), _migration(), _cursor(), files
        )
        (folder / NAME).write_bytes(manifest.written())
        if not private:
            _let_others_read(folder)
        place = into / at.strftime(CALLED)
        folder.rename(place)
    return place, manifest


@contextmanager
def _unfinished(into: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(dir=into, prefix=UNFINISHED))
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _write(folder: Path, private: bool, on_line: Callable[[], Any]) -> Sequence[File]:
    files = {name: Written(folder / name) for name in names_of_files(private=private)}
    with ExitStack() as open_ones:
        for file in files.values():
            open_ones.callback(file.close)
        for line in chain(records(private=private), redacted()):
            files[file_of(line)].add(packed(line))
            on_line()
    return [file.told() for file in files.values()]


def _migration() -> str:
    applied = MigrationRecorder(connection).applied_migrations()
    return max((name for app, name in applied if app == "quotesdb"), default="")


def _cursor() -> str | None:
    last = Change.objects.order_by("-pk").values_list("pk", flat=True).first()
    return None if last is None else str(last)


def _let_others_read(folder: Path) -> None:
    """As any new folder would be; one for a while is its maker's alone."""
    mask = os.umask(0)
    os.umask(mask)
    folder.chmod(0o777 & ~mask)


def held(into: Path) -> list[tuple[Path, Manifest]]:
    """The dumps in a folder, the oldest first; what is none is passed over."""
    found = []
    for place in sorted(into.iterdir()) if into.is_dir() else ():
        if place.is_dir() and not place.name.startswith("."):
            try:
                found.append((place, manifest_of(place)))
            except BadDump:
                continue
    return found


def forget_older(into: Path, keep: int, *, private: bool) -> list[Path]:
    """Delete all but the newest dumps of this sort; gives those that are gone."""
    alike = [place for place, manifest in held(into) if manifest.private is private]
    gone = alike[:-keep]
    for place in gone:
        # Out of sight first: half a dump shall not look like a whole one.
        hidden = place.rename(into / f"{UNFINISHED}{place.name}")
        shutil.rmtree(hidden)
    return gone
