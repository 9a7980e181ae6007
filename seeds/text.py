"""From the bytes of a file to its text, or the mistakes that stand in the way."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from seeds.mistakes import MOST, Mistake

LARGEST = 5_000_000
"""Bytes of one file. A file of curated seeds has thousands, seldom hundreds of thousands."""

BYTE_ORDER_MARK = "\ufeff"

# Also the characters that YAML 1.1 takes for ends of lines and no editor counts as such.
UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", re.UNICODE)


def decode(file: Path, data: bytes) -> tuple[str, list[Mistake]]:
    """The text, its lines ended by newlines alone, and what is wrong with it."""
    text = decode_utf8(file, data)
    if isinstance(text, Mistake):
        return "", [text]
    text = text.replace("\r\n", "\n")
    return text, list(islice(_unprintable(file, text), MOST + 1))


def decode_utf8(file: Path, data: bytes) -> str | Mistake:
    if len(data) > LARGEST:
        return Mistake(file, 1, f"the file is larger than {LARGEST:,} bytes, the most that is read")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        return Mistake(file, line, f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8")


def _unprintable(file: Path, text: str) -> Iterator[Mistake]:
    """One mistake for each line that holds what cannot be seen."""
    for number, line in enumerate(text.split("\n"), start=1):
        if found := UNPRINTABLE.search(line):
            yield Mistake(file, number, _name(found[0]))


def _name(character: str) -> str:
    if character == "\t":
        return "a tab; indent and separate with spaces"
    if character == BYTE_ORDER_MARK:
        return "a byte order mark (U+FEFF); save the file as UTF-8 without one"
    if character == "\0":
        return "a NUL character (U+0000); a seed file is text"
    return f"a control character (U+{ord(character):04X}); a seed file is plain text"
