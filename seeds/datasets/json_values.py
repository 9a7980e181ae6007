"""The values in a JSON file of any size: one document, one a line, or a list inside of one.

The lists in which others publish (a feed, a graph, an answer of a service) are opened, and each of
their items is given by itself, so that no more than one is held at a time.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from seeds.datasets.lines import LONGEST, Source, unpacking

LISTS = {"@graph", "claims", "claimReviewMarkupPages", "dataFeedElement", "itemListElement"}
"""The fields whose lists are opened: of JSON-LD, Google's services, and feeds and lists."""

PORTION = 64 * 1024
NEAR_THE_END = 40
"""What is broken this close to the end may only be cut off: more is read, and it is tried again."""

BLANKS = re.compile(r"[\s,]*")
NAME = re.compile(r'\s*("(?:[^"\\]|\\.)*")\s*:\s*')
MARK = "\ufeff"

DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the line on which it begins."""

    line: int
    value: Any


@dataclass(frozen=True, slots=True)
class NoJson:
    """Something that is no JSON; the reading goes on with the next line."""

    line: int
    shown: str


@dataclass(slots=True)
class Letters:
    """The text of a file, of which only what is being read is held."""

    source: Source
    text: str = ""
    line: int = 1
    ended: bool = False
    _decoder: Any = field(default_factory=lambda: codecs.getincrementaldecoder("utf-8")("replace"))

    def more(self) -> bool:
        """Read on, twice as much as is held; whether there was anything."""
        if self.ended:
            return False
        with unpacking():
            data = self.source.stream.read(max(PORTION, len(self.text)))
        self.text += self._decoder.decode(data, final=not data)
        self.ended = not data
        return True

    def drop(self, length: int) -> None:
        """Be done with that much of the text."""
        self.line += self.text.count("\n", 0, length)
        self.text = self.text[length:]

    def skip(self, blanks: re.Pattern[str] = BLANKS) -> str:
        """Skip blanks; the letter after them, or nothing at the end."""
        while True:
            match = blanks.match(self.text)
            self.drop(match.end() if match else 0)
            if self.text or not self.more():
                return self.text[:1]

    def skip_line(self) -> str:
        """Be done with the rest of this line; its beginning."""
        begin = self.text[:100]
        while "\n" not in self.text and not self.ended:
            self.text = ""
            self.more()
        self.drop(self.text.find("\n") + 1 or len(self.text))
        return begin


def values(source: Source) -> Iterator[Value | NoJson]:
    """Every value. Raises seeds.datasets.lines.Broken where the file cannot be read on."""
    letters = Letters(source)
    letters.more()
    letters.drop(letters.text.startswith(MARK))
    while first := letters.skip():
        if first == "[":
            letters.drop(1)
            yield from _items(letters)
        elif first == "{":
            yield from _object(letters)
        else:
            yield _next(letters)


def _items(letters: Letters) -> Iterator[Value | NoJson]:
    while (first := letters.skip()) not in ("", "]"):
        yield _next(letters)
    letters.drop(len(first))


def _object(letters: Letters) -> Iterator[Value | NoJson]:
    """Its lists by item, and, if it has anything else, what is left of it."""
    line, rest = letters.line, dict[str, Any]()
    letters.drop(1)
    while (first := letters.skip()) not in ("", "}"):
        name = _name(letters) if first == '"' else None
        if name is None:
            yield _broken(letters)
            return
        if name in LISTS and letters.text.startswith("["):
            letters.drop(1)
            yield from _items(letters)
            continue
        value = _next(letters)
        if isinstance(value, NoJson):
            yield value
            return
        rest[name] = value.value
    yield Value(line, rest) if first else NoJson(line, "the file ends inside of an object")
    letters.drop(len(first))


def _name(letters: Letters) -> str | None:
    """The name of a field; `None` where there is none."""
    while len(letters.text) <= LONGEST:
        match = NAME.match(letters.text)
        if match is not None and match.end() < len(letters.text):
            letters.drop(match.end())
            return _unquoted(match[1])
        if len(letters.text) > PORTION and match is None or not letters.more():
            return None
    return None


def _unquoted(name: str) -> str | None:
    try:
        return str(DECODER.decode(name))
    except ValueError:
        return None


def _next(letters: Letters) -> Value | NoJson:
    """The value that begins here; the text is read on until it is whole."""
    while True:
        try:
            value, end = DECODER.raw_decode(letters.text)
        except RecursionError:
            return _broken(letters)
        except ValueError as error:
            if _is_hopeless(error, letters) or not letters.more():
                return _broken(letters)
            continue
        if end < len(letters.text) or not letters.more():  # A number may go on.
            read = Value(letters.line, value)
            letters.drop(end)
            return read


def _is_hopeless(error: ValueError, letters: Letters) -> bool:
    if not isinstance(error, json.JSONDecodeError) or len(letters.text) > LONGEST:
        return True
    return "Unterminated" not in error.msg and error.pos < len(letters.text) - NEAR_THE_END


def _broken(letters: Letters) -> NoJson:
    line = letters.line
    return NoJson(line, letters.skip_line())
