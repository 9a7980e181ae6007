"""A value as a message shows it: recognisable, on one line, and never long."""

import math
from typing import Any

LONGEST = 60


def shown(value: Any) -> str:
    """`'dirct'`, `nothing`, `the number 12`, `a list`: what stands in a file."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int():
            return f"the number {value}"
        case float():
            return f"the number {value}" if math.isfinite(value) else "a number without end"
        case str():
            return repr(value if len(value) <= LONGEST else value[:LONGEST] + "…")
        case list():
            return "a list"
        case _:
            return "a mapping"


def listed(words: list[str]) -> str:
    """`direct, indirect or mixed`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
