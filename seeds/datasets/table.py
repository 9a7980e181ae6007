"""The rows of a CSV file, whatever wrote it: its encoding, its separator and its header."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from seeds.datasets.ledger import Ledger
from seeds.datasets.lines import Broken, Source, unpacking

SEPARATORS = ",;\t|"
LONGEST_CELL = 1_000_000
BEGIN = 4 * 1024
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class NoTable(Exception):
    """The header is not what is needed; nothing of the file is of use."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row by column, and the line on which it begins.

    `spare` are cells beyond the header. `broken` says why there are no cells; `spare` then which
    lines are lost.
    """

    line: int
    cells: Mapping[str, str]
    spare: tuple[str, ...] = ()
    broken: str = ""


class Rewound(io.RawIOBase):
    """A stream of which the beginning was read already, to look at it."""

    def __init__(self, begin: bytes, source: Source):
        self.begin, self.source = begin, source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self.begin[: len(buffer)] or self._more(len(buffer))
        self.begin = self.begin[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _more(self, size: int) -> bytes:
        with unpacking():
            return self.source.stream.read(size)


def rows(
    source: Source,
    ledger: Ledger,
    columns: tuple[str, ...],
    needed: str,
    names: Mapping[str, str],
    encoding: str = "",
) -> Iterator[Row]:
    """Each row below the header. `names` gives our name for a column of theirs.

    Raises NoTable; Broken where the file cannot be read on, also for letters of another encoding.
    """
    with unpacking():
        begin = source.stream.read(BEGIN)
    found = next((name for mark, name in MARKS.items() if begin.startswith(mark)), "")
    stream = io.BufferedReader(Rewound(begin, source))
    text = io.TextIOWrapper(stream, encoding=found or encoding or "utf-8", newline="")
    csv.field_size_limit(LONGEST_CELL)
    try:
        yield from _rows(text, ledger, columns, needed, names)
    except UnicodeError as error:
        raise Broken(
            f"from here on this is not {text.encoding}: save the file as UTF-8, or name its "
            "encoding with --encoding, such as cp1252"
        ) from error


def _rows(
    text: io.TextIOWrapper,
    ledger: Ledger,
    columns: tuple[str, ...],
    needed: str,
    names: Mapping[str, str],
) -> Iterator[Row]:
    before, first = 1, text.readline(LONGEST_CELL)
    separator = _separator(first)
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        separator, before, first = first.strip()[-1], 2, text.readline(LONGEST_CELL)
    header = [names.get(cell.strip(), cell.strip().lower()) for cell in _split(first, separator)]
    _check(header, columns, needed, ledger)
    reader = csv.reader(text, delimiter=separator, strict=True)
    while (row := _next(reader, header, before)) is not None:
        yield row


def _next(reader: Any, header: list[str], before: int) -> Row | None:
    line = before + reader.line_num + 1
    try:
        cells = next(reader, None)
    except csv.Error as error:
        lines = f"lines {line} to {before + reader.line_num}"
        return Row(line, {}, spare=(lines,), broken=str(error))
    if cells is None:
        return None
    known = {name: cell for name, cell in zip(header, cells, strict=False) if name}
    return Row(line, known, tuple(filter(str.strip, cells[len(header) :])))


def _separator(header: str) -> str:
    return max(SEPARATORS, key=header.count)


def _split(header: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([header], delimiter=separator), [])
    except csv.Error as error:
        raise NoTable(f"the header cannot be read: {error}") from error


def _check(header: list[str], columns: tuple[str, ...], needed: str, ledger: Ledger) -> None:
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        raise NoTable(f"the column {twice[0]} stands in the header twice")
    if needed not in header:
        near = get_close_matches(needed, header, n=1)
        hint = near[0] if near else next(filter(None, header), "THEIRS")
        raise NoTable(
            f"the header has no column {needed}; it is needed. "
            f"If another column is meant, say so: --map {hint}={needed}"
        )
    for name in header:
        if name and name not in columns:
            near = get_close_matches(name, columns, n=1)
            meant = f", did you mean {near[0]}?" if near else ""
            ledger.lose(f"the column {name[:60]}{meant}", "")
