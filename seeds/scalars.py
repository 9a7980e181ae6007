"""What a plain word of YAML 1.2 stands for: nothing, true or false, a number, or itself.

YAML 1.1, which PyYAML follows when left alone, would turn `NO` into false, `12:30` into 750
and `2023-12-19` into a date; here they stay text.
"""

import re

Value = None | bool | int | float | str

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
TRUTH = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
DECIMAL = re.compile(r"[-+]?[0-9]+")
OCTAL = re.compile(r"0o[0-7]+")
HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
FRACTION = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
UNBOUNDED = re.compile(r"([-+]?)\.(?:inf|Inf|INF)")
NOT_A_NUMBER = frozenset({".nan", ".NaN", ".NAN"})

LONGEST_NUMBER = 30


class NumberTooLong(ValueError):
    """A number of more digits than anybody means."""


def resolve(word: str) -> Value:
    """The value of a plain (unquoted) scalar by the core schema of YAML 1.2."""
    if word in NOTHING:
        return None
    if word in TRUTH:
        return TRUTH[word]
    number = _number(word)
    return word if number is None else number


def _number(word: str) -> int | float | None:
    for pattern, base in ((DECIMAL, 10), (OCTAL, 8), (HEXADECIMAL, 16)):
        if pattern.fullmatch(word):
            return int(_short(word), base)
    if FRACTION.fullmatch(word):
        return float(_short(word))
    if unbounded := UNBOUNDED.fullmatch(word):
        return float(f"{unbounded[1]}inf")
    return float("nan") if word in NOT_A_NUMBER else None


def _short(word: str) -> str:
    if len(word) > LONGEST_NUMBER:
        raise NumberTooLong(
            f"a number of {len(word)} characters; at most {LONGEST_NUMBER} are read"
        )
    return word.removeprefix("0o").removeprefix("0x")
