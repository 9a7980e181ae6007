"""The lexicons of this folder, read once: plain text, a word or a verb a line."""

from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib.resources import files

FOLDER = files(__package__) / "lexicon"


class CueKind(Enum):
    """What a verb of speech takes after it."""

    SAYING = "saying"
    ASKING = "asking"
    UTTERING = "uttering"
    JUDGING = "judging"


@cache
def sections(name: str) -> dict[str, list[str]]:
    """A lexicon by its sections: the lines under each `[heading]`, without comments."""
    found: dict[str, list[str]] = {}
    for line in _lines(name):
        if line.startswith("["):
            found.setdefault(line.strip("[]"), [])
        else:
            found[next(reversed(found))].append(line)
    return found


def _lines(name: str) -> Iterator[str]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


@cache
def words(name: str, section: str) -> frozenset[str]:
    return frozenset(word for line in sections(name)[section] for word in line.split())


def _doubling(plain: str) -> tuple[str, str, str]:
    """The regular forms of a verb: thirds, past, -ing."""
    if plain.endswith("e"):
        return f"{plain}s", f"{plain}d", f"{plain[:-1]}ing"
    if plain.endswith("y") and plain[-2] not in "aeiou":
        return f"{plain[:-1]}ies", f"{plain[:-1]}ied", f"{plain}ing"
    sibilant = plain.endswith(("s", "sh", "ch", "x", "z"))
    return f"{plain}{'es' if sibilant else 's'}", f"{plain}ed", f"{plain}ing"


@cache
def cue_forms() -> dict[str, tuple[str, CueKind, str]]:
    """Every form of every cue: its plain form, its kind, and which form it is."""
    forms: dict[str, tuple[str, CueKind, str]] = {}
    for kind in reversed(CueKind):
        for line in sections("cues.txt")[kind.value]:
            plain, _, irregular = line.partition(" = ")
            made = tuple(irregular.split()) if irregular else _doubling(plain)
            forms[plain] = (plain, kind, "plain")
            for form, name in zip(made, ("third", "past", "ing", "past"), strict=False):
                forms[form] = (plain, kind, name)
    return forms
