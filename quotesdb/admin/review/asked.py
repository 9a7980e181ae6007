"""From what the review page sends to a verdict; what no page would send is malformed."""

import json
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from quotesdb.models.curated import CANNOT_BE_KEPT
from quotesdb.review import Chosen, ChosenHop, Verdict
from quotesdb.vocabulary import Certainty, Form, Medium, Relation, SpeakerKind

MOST_BYTES = 200_000
MOST_PARTS = 100
LARGEST_PLACE = 2**31 - 1
LARGEST_ROW = 2**63 - 1

Word = TypeVar("Word", bound=StrEnum)


class Malformed(Exception):
    """The request says nothing that could be done."""


class Asked:
    """A JSON object, read field by field."""

    def __init__(self, told: Any):
        if not isinstance(told, dict):
            raise Malformed("An object was expected.")
        self.told = told

    def part(self, name: str) -> "Asked | None":
        return None if self.told.get(name) is None else Asked(self.told[name])

    def parts(self, name: str) -> list[Any]:
        value = self.told.get(name, [])
        if not isinstance(value, list) or len(value) > MOST_PARTS:
            raise Malformed(f"{name} must be a list of at most {MOST_PARTS}.")
        return value

    def text(self, name: str) -> str:
        value = self.told.get(name) or ""
        if not isinstance(value, str):
            raise Malformed(f"{name} must be text.")
        if found := CANNOT_BE_KEPT.search(value):
            raise Malformed(f"{name} has a character that cannot be kept (U+{ord(found[0]):04X}).")
        return value.strip()

    def flag(self, name: str) -> bool:
        return self.told.get(name) is True

    def number(self, name: str) -> int | None:
        value = self.told.get(name)
        return None if value is None else number(value, name, LARGEST_ROW)

    def day(self, name: str) -> date | None:
        if not (told := self.text(name)):
            return None
        try:
            return date.fromisoformat(told)
        except ValueError as error:
            raise Malformed(f"{name} must be a day, such as 2024-01-31.") from error

    def word(self, name: str, words: type[Word]) -> Word:
        return word(self.text(name), name, words)


def number(value: Any, name: str, largest: int) -> int:
    if type(value) is not int or not 0 <= value <= largest:
        raise Malformed(f"{name} must be a number.")
    return value


def word(value: str, name: str, words: type[Word]) -> Word:
    try:
        return words(value)
    except ValueError as error:
        raise Malformed(f"{name} must be one of {', '.join(words)}.") from error


def body_of(request: Any) -> Asked:
    """The object that a request brings."""
    try:
        return Asked(json.loads(request.body[:MOST_BYTES] or "{}"))
    except (ValueError, RecursionError) as error:
        raise Malformed("The request is no JSON.") from error


def segments(asked: Asked) -> tuple[tuple[int, int], ...]:
    """Places in the text, as pairs of start and end."""
    pairs = asked.parts("segments")
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise Malformed("segments must be pairs of start and end.")
    return tuple(
        (number(start, "start", LARGEST_PLACE), number(end, "end", LARGEST_PLACE))
        for start, end in pairs
    )


def verdict(asked: Asked) -> Verdict:
    speaker = asked.part("speaker")
    return Verdict(
        segments=segments(asked),
        form=asked.word("form", Form),
        speaker=chosen(speaker) if speaker else None,
        chain=tuple(hop(Asked(told)) for told in asked.parts("chain")),
        quote=asked.number("quote"),
        cue=asked.text("cue"),
        is_translation=asked.flag("is_translation"),
        said_from=asked.day("said_from"),
        said_until=asked.day("said_until"),
        nested_in=asked.number("nested_in"),
    )


def chosen(asked: Asked) -> Chosen:
    """A speaker; and of who granted it anonymity, no more than who that is."""
    granted_by = asked.part("granted_by")
    return replace(named(asked), granted_by=named(granted_by) if granted_by else None)


def named(asked: Asked) -> Chosen:
    return Chosen(
        number=asked.number("number"),
        name=asked.text("name"),
        kind=asked.word("kind", SpeakerKind),
        proposed_as=asked.text("proposed_as"),
    )


def hop(asked: Asked) -> ChosenHop:
    speaker = asked.part("speaker")
    if speaker is None:
        raise Malformed("Each hop of a chain needs a speaker.")
    medium = asked.text("medium")
    return ChosenHop(
        chosen(speaker),
        asked.word("relation", Relation),
        word(medium, "medium", Medium).value if medium else "",
        asked.word("certainty", Certainty),
        asked.text("attributed_as"),
        asked.text("evidence"),
    )
