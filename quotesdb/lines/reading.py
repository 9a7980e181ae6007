"""From bytes to lines: one at a time, whatever comes, and a sentence where it is none."""

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, BinaryIO

import orjson

from quotesdb.lines.exporting import FORMAT, VERSION
from quotesdb.lines.kinds import KINDS, Values
from quotesdb.nearest import did_you_mean

LONGEST_LINE = 64 * 1024 * 1024
"""Bytes; a line is held in memory whole, and the text of an article may be long."""

GZIP = b"\x1f\x8b"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

TYPES = {*KINDS, "text", "later"}
CUT_OFF = 'The file is cut off: it has no last line of the type "end".'
NO_HEADER = f'The first line must say what this is: {{"type": "{FORMAT}", "version": {VERSION}}}.'
OTHER_VERSION = "It is of version {found}; this reader knows version {known}."
AFTER_THE_END = 'There is more after the line of the type "end".'
OTHER_COUNT = "The last line speaks of {told} lines before it, and there are {found}."
OTHER_BYTES = "The last line has another sha256 than the lines before it: something was changed."


class BadLine(Exception):
    """A line that cannot be read. `line` counts from 1."""

    def __init__(self, line: int, sentence: str):
        self.line, self.sentence = line, sentence
        super().__init__(f"{line}: {sentence}")


@dataclass(slots=True)
class Reading:
    """A file of records. After the last line, `lines` is how many there were."""

    file: BinaryIO
    lines: int = 0
    header: Values | None = None

    def __iter__(self) -> Iterator[tuple[int, Values]]:
        """The records with their lines, from 1.

        Raises BadLine for the first that cannot be read, and at the end if it is not the end.
        """
        digest, is_ended = sha256(), False
        for data in self._raw():
            if is_ended:
                raise BadLine(self.lines, AFTER_THE_END)
            values = self._parsed(data)
            if self.header is None:
                self.header = self._checked_header(values)
            elif values["type"] == "end":
                self._check_end(values, digest.hexdigest())
                is_ended = True
            else:
                digest.update(data)
                yield self.lines, values
        if self.header is None:
            raise BadLine(1, NO_HEADER)
        if not is_ended:
            raise BadLine(self.lines, CUT_OFF)

    def _raw(self) -> Iterator[bytes]:
        while data := self._next():
            self.lines += 1
            yield data

    def _next(self) -> bytes:
        try:
            data = self.file.readline(LONGEST_LINE + 1)
        except EOFError as error:
            raise BadLine(self.lines + 1, "The compressed file is cut off.") from error
        except (zlib.error, gzip.BadGzipFile) as error:
            raise BadLine(self.lines + 1, f"It cannot be decompressed: {error}.") from error
        if len(data) > LONGEST_LINE:
            raise BadLine(self.lines + 1, f"A line has more than {LONGEST_LINE:,} bytes.")
        return data

    def _parsed(self, data: bytes) -> Values:
        try:
            values = orjson.loads(data)
        except orjson.JSONDecodeError as error:
            raise BadLine(self.lines, _why_not(data, self.lines, error)) from error
        if type(values) is not dict:
            raise BadLine(self.lines, "A line must be a JSON object.")
        if orjson.dumps(values) != data.rstrip(b"\r\n"):
            _refuse_doubles(data, self.lines)
        kind = values.get("type")
        if self.header is not None and kind not in TYPES and kind != "end":
            named = f"There is no type {json.dumps(kind)}." if kind else "type is missing."
            raise BadLine(self.lines, named + did_you_mean(str(kind), TYPES))
        return values

    def _checked_header(self, values: Values) -> Values:
        if values.get("type") != FORMAT:
            raise BadLine(self.lines, NO_HEADER)
        if values.get("version") != VERSION or values["version"] is True:
            found = json.dumps(values.get("version"))
            raise BadLine(self.lines, OTHER_VERSION.format(found=found, known=VERSION))
        return values

    def _check_end(self, values: Values, digest: str) -> None:
        told, found = values.get("lines"), self.lines - 1
        if told != found:
            sentence = OTHER_COUNT.format(told=json.dumps(told), found=found)
            raise BadLine(self.lines, sentence)
        if values.get("sha256", digest) != digest:
            raise BadLine(self.lines, OTHER_BYTES)


def decompressed(file: Any) -> BinaryIO:
    """The file itself or, where it is compressed by gzip, what it was before."""
    if file.peek(2)[:2] == GZIP:
        return gzip.GzipFile(fileobj=file, mode="rb")  # type: ignore[return-value]
    return file  # type: ignore[no-any-return]


def _why_not(data: bytes, line: int, error: orjson.JSONDecodeError) -> str:
    if line == 1 and data.startswith(BYTE_ORDER_MARK):
        return "It begins with a byte order mark: save it as UTF-8 without one."
    if not data.strip():
        return "The line is empty."
    try:
        data.decode()
    except UnicodeDecodeError as not_utf8:
        return f"It is not UTF-8, from byte {not_utf8.start} of the line on."
    if not data.endswith(b"\n"):
        return "The line breaks off: the file is cut off."
    return f"It is not JSON: {error.msg} (column {error.colno})."


def _refuse_doubles(data: bytes, line: int) -> None:
    """Of a member that is given twice, nobody can say which is meant."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise BadLine(line, f"{json.dumps(twice)} is given twice.")
        return members

    try:
        json.loads(data, object_pairs_hook=once)
    except RecursionError as error:
        raise BadLine(line, "It is nested too deep.") from error
