"""A schema's complaint as a sentence: what is wrong and what was expected."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from seeds.located import Steps
from seeds.showing import LONGEST, listed, shown

TYPES = {
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
}

ANY_TEXT = ("text", "words", "a name")


@dataclass(frozen=True, slots=True)
class Complaint:
    """That the value at the end of `steps` breaks a `rule` of its schema."""

    rule: str
    steps: Steps
    found: Any
    wanted: Any
    """What the rule says: the words of an `enum`, the number of a `maxLength`."""
    schema: dict[str, Any]

    @property
    def name(self) -> str:
        """`form`, `an item of aliases`, `the file`."""
        match self.steps:
            case (*_, str() as field):
                return field
            case (*_, str() as field, int()):
                return f"an item of {field}"
        return "the file"

    @property
    def title(self) -> str:
        return str(self.schema["title"])

    @property
    def expected(self) -> str:
        if "title" in self.schema:
            return self.title
        if "const" in self.schema:
            return shown(self.schema["const"])
        return TYPES[self.schema["type"]]


Sentences = Iterator[tuple[Steps, str]]


def sentences(complaint: Complaint) -> Sentences:
    """Each sentence with the way to the place that it is about."""
    return SAYING.get(complaint.rule, _must_be)(complaint)


def _must_be(it: Complaint) -> Sentences:
    yield it.steps, f"{it.name} must be {it.expected}, not {shown(it.found)}"


def _of_type(it: Complaint) -> Sentences:
    hint = ""
    if isinstance(it.found, bool | int | float) and it.schema.get("title") in ANY_TEXT:
        hint = "; put it in quotation marks"
    yield it.steps, f"{it.name} must be {it.expected}, not {shown(it.found)}{hint}"


def _among(it: Complaint) -> Sentences:
    words = listed([word for word in it.wanted if word is not None])
    yield it.steps, f"{it.name} must be {words}, not {shown(it.found)}"


def _missing(it: Complaint) -> Sentences:
    for field in it.wanted:
        if field not in it.found:
            yield it.steps, f"{field} is missing; {it.title} needs it"


def _unknown(it: Complaint) -> Sentences:
    known = list(it.schema["properties"])
    for field in it.found:
        if field not in known:
            near = get_close_matches(field[:LONGEST], known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it may have {listed(known)}"
            yield (*it.steps, field), f"{it.title} has no field {shown(field)}; {hint}"


def _too_long(it: Complaint) -> Sentences:
    yield it.steps, f"{it.name} has {len(it.found):,} characters, more than {it.wanted:,}"


def _too_many(it: Complaint) -> Sentences:
    yield it.steps, f"{it.name} has {len(it.found):,} items, more than {it.wanted:,}"


def _too_few(it: Complaint) -> Sentences:
    yield it.steps, f"{it.name} is empty; expected {it.expected}"


def _repeated(it: Complaint) -> Sentences:
    twice = next(item for item in it.found if it.found.count(item) > 1)
    yield it.steps, f"{it.name} has {shown(twice)} twice"


def _not_one(it: Complaint) -> Sentences:
    yield it.steps, f"{it.title} has either outlet or article, and not both"


def _nothing_in_it(it: Complaint) -> Sentences:
    yield it.steps, f"{it.title} has at least one of speakers, outlets, quotes and article"


SAYING: dict[str, Callable[[Complaint], Sentences]] = {
    "type": _of_type,
    "enum": _among,
    "required": _missing,
    "additionalProperties": _unknown,
    "maxLength": _too_long,
    "maxItems": _too_many,
    "minItems": _too_few,
    "uniqueItems": _repeated,
    "oneOf": _not_one,
    "minProperties": _nothing_in_it,
}
