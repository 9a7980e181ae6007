"""Seed files spoilt in every way that somebody's hands, editors and disks spoil files.

The same file always gives the same mutants. The reader, and whatever stands behind it, must
refuse those that are surely wrong, may take those that happen to be right, and must fall over
none of them.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"

Mutant = tuple[str, bytes, bool]
"""What was done, the spoilt file, and whether it must be refused."""

FIELD = re.compile(r"^(?P<indent> *)(?P<dash>- )?(?P<name>\w+): (?P<value>\S.*)$")
DAYS = ("2023-02-30", "2023-13-01", "20231219", "2023-12-19T10:00:00", "soon", "[2023, 12]")
WORDS = ("form", "relation", "certainty", "kind", "medium")
INVISIBLE = (b"\0", b"\t", b"\x07", b"\x1b[0m", b"\xef\xbb\xbf", b"\xc2\x85")
NOT_UTF_8 = (b"\xff", b"\xc3\x28", b"\xe2\x82", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80")
VALUES = {
    "a list": "[1, 2]",
    "a mapping": "{a: {b: c}}",
    "a number without end": ".inf",
    "a gigantic number": "9" * 5000,
    "a gigantic text": "a" * 30_000,
    "a NUL": '"\\0"',
    "an escape that is none": '"\\q"',
    "an escape beyond Unicode": '"\\U00110000"',
    "half a surrogate": '"\\ud800"',
    "an alias": "*nothing",
    "a tag": "!!python/object:os.system x",
    "deep nesting": "[" * 500 + "]" * 500,
    "an open bracket": "[",
    "an open quotation mark": '"',
}


def seed_files() -> list[Path]:
    return sorted(SEEDS.rglob("*.yaml"))


def mutants(data: bytes, fields: int = 12) -> Iterator[Mutant]:
    """Mutants of one seed file; `fields` of its fields, chosen at random, get spoilt values."""
    dice = random.Random(len(data))
    yield from _whole(data)
    yield from _bytes(data, dice)
    yield from _cut(data, dice)
    yield from _shuffled(data, dice)
    yield from _fields(data.decode().split("\n"), dice, fields)


def _whole(data: bytes) -> Iterator[Mutant]:
    text = data.decode()
    yield "empty", b"", True
    yield "comments alone", b"# nothing\n", True
    yield "another version", text.replace("version: 1", "version: 2").encode(), True
    yield "no version", text.replace("version: 1\n", "").encode(), True
    yield "another format", text.replace("quotesdb-seeds", "quotesdb-weeds").encode(), True
    yield "UTF-16", text.encode("utf-16"), True
    yield "a byte order mark", b"\xef\xbb\xbf" + data, True
    yield "tabs", text.replace("  ", "\t").encode(), True
    yield "two documents", data + b"---\n" + data, True
    yield "twice over", data + data, True
    yield "as a list", "".join(f"- {line}\n" for line in ("a", "b")).encode(), True
    yield "gigantic", data + b"#" * 5_000_000, True


def _bytes(data: bytes, dice: random.Random) -> Iterator[Mutant]:
    for raw in INVISIBLE + NOT_UTF_8:
        at = _between_characters(data, dice)
        yield f"{raw!r} at {at}", data[:at] + raw + data[at:], True
    for number in range(10):
        yield f"random bytes, {number}", dice.randbytes(200), True
        spoilt = bytearray(data)
        for at in dice.sample(range(len(data)), 5):
            spoilt[at] = dice.randrange(256)
        yield f"five bytes changed, {number}", bytes(spoilt), False


def _between_characters(data: bytes, dice: random.Random) -> int:
    at = dice.randrange(len(data))
    return len(data[:at].decode(errors="ignore").encode())


def _cut(data: bytes, dice: random.Random) -> Iterator[Mutant]:
    for at in dice.sample(range(len(data)), 10):
        yield f"cut after {at} bytes", data[:at], False
    lines = data.split(b"\n")
    for at in dice.sample(range(len(lines)), min(10, len(lines))):
        yield f"cut before line {at + 1}", b"\n".join(lines[:at]), False
        yield f"without line {at + 1}", b"\n".join(lines[:at] + lines[at + 1 :]), False


def _shuffled(data: bytes, dice: random.Random) -> Iterator[Mutant]:
    for number in range(5):
        lines = data.split(b"\n")
        one, other = dice.sample(range(len(lines)), 2)
        lines[one], lines[other] = lines[other], lines[one]
        yield f"lines {one + 1} and {other + 1} exchanged", b"\n".join(lines), False
        lines[one] = lines[one].lstrip()
        yield f"and one moved to the left, {number}", b"\n".join(lines), False


def _fields(lines: list[str], dice: random.Random, most: int) -> Iterator[Mutant]:
    found = [(at, field) for at, line in enumerate(lines) if (field := FIELD.match(line))]
    for at, field in sorted(dice.sample(found, min(most, len(found))), key=lambda one: one[0]):
        for what, spoilt in _spoilt(field):
            spoilt_lines = [*lines[:at], *spoilt, *lines[at + 1 :]]
            yield f"{what} in line {at + 1}", "\n".join(spoilt_lines).encode(), True


def _spoilt(field: re.Match[str]) -> Iterator[tuple[str, list[str]]]:
    """What is done to a field, and the lines that come of it."""
    indent, dash, name, value = field["indent"], field["dash"] or "", field["name"], field["value"]
    start = f"{indent}{dash}{name}: "
    for what, other in VALUES.items():
        if name != "aliases" or what != "a list":
            yield what, [start + other]
    yield "an anchor", [f"{start}&a {value}"]
    yield "an unknown field", [f"{indent}{dash}{name}x: {value}"]
    yield "a field of its own kind", [f"{indent}{dash}{name}: {value}", f"{indent}{name}"]
    yield "the same field twice", [start + value, f"{indent}{' ' * len(dash)}{name}: {value}"]
    if name in ("said_from", "said_until"):
        yield from ((f"the day {day}", [start + day]) for day in DAYS)
    if name in WORDS:
        yield "an unknown word", [f"{start}dirct"]
    if (name, dash) == ("speaker", "- "):
        yield "a hop without a speaker", [f"{indent}-"]
