"""The files of a dump: which lines go where, and the lines of all files in their one order."""

import gzip
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import orjson

from quotesdb.dumps.manifest import BadDump
from quotesdb.lines.kinds import KINDS, Values

FILES = {name: f"{name}s.ndjson.gz" for name in (*KINDS, "text", "redaction")}
"""By type of line."""


def names_of_files(*, private: bool) -> list[str]:
    """The files of a dump: texts are in private ones alone."""
    return [name for kind, name in FILES.items() if private or kind != "text"]


Line = tuple[str, bytes, Values]
"""Where it stands, its bytes, and what it says."""

UNREADABLE = "{file}: it cannot be read from line {line} on: {why}."


def file_of(line: Values) -> str:
    """The file that a line stands in: of its kind, also where it is told later."""
    return FILES[line["of"] if line["type"] == "later" else line["type"]]


def in_order(dump: Path, *, private: bool) -> Iterator[Line]:
    """All lines of a dump, each after those that it names; as `lines.exporting.records` has them.

    Raises BadDump for what cannot be read.
    """
    for kind in ("outlet", "speaker", "article"):
        yield from in_file(dump, kind)
    if private:
        yield from in_file(dump, "text")
    yield from _quotes(dump)
    yield from in_file(dump, "correction")


def _quotes(dump: Path) -> Iterator[Line]:
    """Each quote, and after it all that print it; then what these could not name yet."""
    quotes, appearances = in_file(dump, "quote"), in_file(dump, "appearance")
    later: list[Line] = []
    printing = next(appearances, None)
    for quote in quotes:
        if quote[2]["type"] == "later":
            later.append(quote)
            break
        yield quote
        while printing is not None and _prints(printing, quote):
            yield printing
            printing = next(appearances, None)
    rest = [] if printing is None else [printing]
    yield from chain(later, quotes, rest, appearances)


def _prints(printing: Line, quote: Line) -> bool:
    told: Any = printing[2].get("quote")
    return isinstance(told, dict) and told.get("key") == quote[2].get("key")


def in_file(dump: Path, kind: str) -> Iterator[Line]:
    """The lines of one file.

    Raises BadDump for what cannot be read.
    """
    name = FILES[kind]
    number = 0
    try:
        with gzip.open(dump / name) as file:
            for number, data in enumerate(file, 1):
                yield f"{name}:{number}", data, _parsed(data, name, number)
    except (EOFError, OSError, zlib.error) as error:
        raise BadDump(UNREADABLE.format(file=name, line=number + 1, why=error)) from error


def _parsed(data: bytes, name: str, number: int) -> Values:
    try:
        values = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise BadDump(UNREADABLE.format(file=name, line=number, why=error)) from error
    if not isinstance(values, dict) or "type" not in values:
        raise BadDump(UNREADABLE.format(file=name, line=number, why="it has no type"))
    return values
