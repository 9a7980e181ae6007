"""What the schema of the format says against a file, in sentences for curators."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from seeds.located import Node, Scalar, Steps, line_of, node_at, plain
from seeds.mistakes import MOST, Mistake
from seeds.sentences import Complaint, sentences
from seeds.showing import shown

SCHEMA = Path(__file__).with_name("seed.schema.json")
FORMAT = "quotesdb-seeds"
VERSION = 1

# Of several complaints about one value the first of these is told; the others follow from it.
ABOUT_A_VALUE = ("type", "enum", "const", "maxLength", "minLength", "format", "pattern", "not")


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker(formats=["date"]))


def mistakes_in(file: Path, root: Node) -> list[Mistake]:
    """Everything that the schema forbids in one file."""
    value = plain(root)
    if strange := _not_ours(value):
        field, sentence = strange
        return [Mistake(file, line_of(root, (field,)), sentence)]
    complaints = map(_complaint, islice(validator().iter_errors(value), MOST + 1))
    return [
        Mistake(file, line_of(root, steps), sentence)
        for complaint in _telling(complaints)
        if _was_readable(root, complaint.steps)
        for steps, sentence in islice(sentences(complaint), MOST + 1)
    ]


def _not_ours(value: Any) -> tuple[str, str] | None:
    """A file of another format or version is told just that: its fields may mean anything."""
    match value:
        case {"format": str() as other} if other != FORMAT:
            return "format", f"format must be {FORMAT}, not {shown(other)}"
        case {"version": int() as other} if other != VERSION and not isinstance(other, bool):
            return (
                "version",
                f"version must be {VERSION}, which is all this reader knows; not {other}",
            )
    return None


def _complaint(error: ValidationError) -> Complaint:
    schema: Any = error.schema
    steps = tuple(error.absolute_path)
    return Complaint(str(error.validator), steps, error.instance, error.validator_value, schema)


def _telling(complaints: Iterable[Complaint]) -> Iterator[Complaint]:
    """The complaints without those that only repeat another about the same value."""
    best: dict[Steps, Complaint] = {}
    for complaint in complaints:
        if complaint.rule not in ABOUT_A_VALUE:
            yield complaint
        elif _rank(complaint) < _rank(best.setdefault(complaint.steps, complaint)):
            best[complaint.steps] = complaint
    yield from best.values()


def _rank(complaint: Complaint) -> int:
    return ABOUT_A_VALUE.index(complaint.rule)


def _was_readable(root: Node, steps: Steps) -> bool:
    """Whether the value is the file's own; what could not be read has its mistake already."""
    match node_at(root, steps):
        case Scalar(readable=False):
            return False
    return True
