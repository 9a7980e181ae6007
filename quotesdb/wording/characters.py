"""Characters made plain, each with its place in the original.

Follows Unicode's NFKC_Casefold (UAX 15, UAX 44) and goes further where typography does: one kind
of quotation mark, one hyphen, no invisible characters, and, if asked, no accents on Latin letters.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

APOSTROPHES = "'‘’‛ʼʻʹ′´`ꞌ＇"
QUOTATION_MARKS = '"“”„‟«»‹›‚″〝〞＂「」『』'
HYPHENS = "-‐‑‒–−⁃﹣－"
DASHES = "—―⸺⸻"
# Letters that no decomposition takes the stroke from.
STROKES = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"}
# NFKC would write the trade mark into the word before it.
UNSEEN = frozenset("™®©℠ⓒⓡ")

FRACTION = "⁄"

PLAIN = {
    **dict.fromkeys(APOSTROPHES, "'"),
    **dict.fromkeys(QUOTATION_MARKS, '"'),
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(DASHES, "—"),
    **dict.fromkeys(UNSEEN, ""),
}


class Flat(NamedTuple):
    """Plain characters, and where each began and ended in the original, in code points."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def flatten(text: str, *, fold_accents: bool = True) -> Flat:
    """The text in plain characters; what is invisible is gone."""
    if text.isascii():
        plain = text.lower().replace("`", "'")
        return Flat(plain, range(len(text)), range(1, len(text) + 1))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in clusters(text):
        plain = plain_cluster(text[start:end], fold_accents)
        characters.append(plain)
        starts.extend([start] * len(plain))
        ends.extend([end] * len(plain))
    return Flat("".join(characters), starts, ends)


def clusters(text: str) -> list[tuple[int, int]]:
    """Start and end of every character together with the marks that combine with it."""
    starts = [place for place, character in enumerate(text) if not combines(character)]
    if text and (not starts or starts[0]):
        starts.insert(0, 0)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


@lru_cache(maxsize=16384)
def combines(character: str) -> bool:
    """Can it become one with the character before it? Marks can, and vowels of Hangul."""
    first = unicodedata.normalize("NFKD", character)[0]
    return unicodedata.category(first)[0] == "M" or "\u1160" <= first <= "\u11ff"


@lru_cache(maxsize=16384)
def plain_cluster(cluster: str, fold_accents: bool) -> str:
    if cluster in PLAIN:
        return PLAIN[cluster]
    folded = cluster
    while (again := fold(folded, fold_accents)) != folded:
        folded = again
    # "2½" is not twenty-one halves.
    return f" {folded} " if FRACTION in folded and folded != FRACTION else folded


def fold(cluster: str, fold_accents: bool) -> str:
    seen = "".join(character for character in cluster if not invisible(character))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())
    folded = "".join(PLAIN.get(character, plain_digit(character)) for character in folded)
    return without_accents(folded) if fold_accents else folded


def invisible(character: str) -> bool:
    """Soft hyphens, joiners, marks of direction, selectors of a variant."""
    return (
        unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def plain_digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def without_accents(cluster: str) -> str:
    """Only on Latin letters: in other alphabets a mark makes another letter."""
    letters = unicodedata.normalize("NFKD", cluster)
    first = letters[:1]
    if first in STROKES:
        first = STROKES[first]
    elif not first or not unicodedata.name(first, "").startswith("LATIN"):
        return cluster
    rest = "".join(mark for mark in letters[1:] if unicodedata.category(mark) != "Mn")
    return unicodedata.normalize("NFKC", first + rest)
