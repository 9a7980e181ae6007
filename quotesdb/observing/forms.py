"""The two forms of a line: an object of JSON, and words for people. Neither ends with a newline."""

from collections.abc import Callable, Mapping
from typing import Any

import orjson

Form = Callable[[Mapping[str, Any]], str]

SAID = ("level", "logger", "message")
"""What people read without being told what it is."""


def as_json(told: Mapping[str, Any]) -> str:
    """All members, also those that are null: whoever reads it finds the same in each."""
    return orjson.dumps(told, default=str, option=orjson.OPT_UTC_Z).decode()


def as_text(told: Mapping[str, Any]) -> str:
    """What is known, the moment first; an error on lines of its own."""
    rest = dict(told)
    said = [rest.pop("at").isoformat(timespec="milliseconds"), *(rest.pop(it) for it in SAID)]
    error = rest.pop("error", "")
    named = (f"{name}={value}" for name, value in rest.items() if value not in (None, ""))
    return " ".join([*said, *named]) + (f"\n{error}" if error else "")


FORMS: dict[str, Form] = {"json": as_json, "text": as_text}
