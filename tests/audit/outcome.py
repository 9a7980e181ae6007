from typing import NamedTuple


class Outcome(NamedTuple):
    passed: bool
    lines: list[str]
