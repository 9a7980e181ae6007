"""The lines of a file, plain or packed with gzip or bzip2, one at a time."""

import bz2
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

LONGEST = 16 * 1024 * 1024
"""Bytes of one line. Articles have thousands; what is longer is no line of a dataset."""

GZIP, BZIP2 = b"\x1f\x8b", b"BZh"


class Broken(Exception):
    """From here on the file cannot be read."""

    def __init__(self, sentence: str):
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(slots=True)
class Source:
    """An open file: `stream` gives what is in it, unpacked; `position` how far on disk we are."""

    stream: BinaryIO
    raw: BinaryIO

    @property
    def position(self) -> int:
        return self.raw.tell()


@contextmanager
def opened(file: Path) -> Iterator[Source]:
    """The file, whatever it is packed with: its first bytes say so, its name need not.

    Raises OSError where it cannot be opened.
    """
    with file.open("rb") as raw:
        first = raw.read(3)
        raw.seek(0)
        if first.startswith(GZIP):
            with gzip.GzipFile(fileobj=raw) as stream:
                yield Source(cast(BinaryIO, stream), raw)
        elif first == BZIP2:
            with bz2.BZ2File(raw) as packed:
                yield Source(cast(BinaryIO, packed), raw)
        else:
            yield Source(raw, raw)


@contextmanager
def unpacking() -> Iterator[None]:
    """Raises Broken where a packed file ends in its middle, or was damaged."""
    try:
        yield
    except EOFError as error:
        raise Broken("the packed file breaks off here: it was not fetched whole") from error
    except (OSError, zlib.error) as error:
        raise Broken(f"the file cannot be read on: {error}") from error


def lines(source: Source) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number, from 1, without its end; `None` for one that is too long.

    Raises Broken.
    """
    number = 0
    while data := _line(source.stream):
        number += 1
        if len(data) > LONGEST:
            _skip(source.stream, data)
            yield number, None
        else:
            yield number, data.rstrip(b"\r\n")


def _line(stream: BinaryIO) -> bytes:
    with unpacking():
        return stream.readline(LONGEST + 1)


def _skip(stream: BinaryIO, data: bytes) -> None:
    while data and not data.endswith(b"\n"):
        data = _line(stream)
