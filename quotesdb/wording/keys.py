"""The words of a text as they are compared, without their places: what an index asks for.

They are the keys of `normalise(text).words`, found in a tenth of the time: a token knows where it
was printed, and whoever only looks words up need not pay for that.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from .characters import DASHES, PLAIN, flatten
from .compounds import OPEN
from .contractions import WHOLE as CONTRACTIONS
from .lookalikes import mend
from .normalising import joint, normalise
from .numbers import FIGURES, TENS, figures
from .spelling import american
from .tokens import ASCII_PATTERN, PATTERN, readings

MARKS = str.maketrans(PLAIN | dict.fromkeys(DASHES, ";"))
"""Marks of good typography as plain ones; a dash parts words as a semicolon does."""

DOT_BEHIND_A_SPACE = re.compile(r"\.(?<=\s\.)")
"""As quick as to look for dots, which few texts have many of."""

PLAIN_WORD = re.compile(r"""["'(]*([a-z]+)["'),;:!?]*\.?["')]*""")
"""A word with the marks around it, which change nothing of it."""

FIRST_OF_TWO = frozenset({first for first, _ in OPEN} | set(TENS))
GAP = ""


def keys(text: str) -> tuple[str, ...]:
    """The words of a text in one spelling, in their order; those in brackets among them."""
    if reaches_over_spaces(text):
        return tuple(token.key for token in normalise(text).words)
    found: list[str] = []
    for printed in plain(text).split():
        found += keys_of_printed(printed)
    return tuple([FIGURES.get(key, key) for key in joined(found) if key])


def reaches_over_spaces(text: str) -> bool:
    """Whether it has dots with spaces before them, or brackets: one word alone does not tell."""
    return "[" in text or "]" in text or bool(DOT_BEHIND_A_SPACE.search(text))


def plain(text: str) -> str:
    if text.isascii():
        return text.lower().replace("`", "'")
    simple = text.translate(MARKS)
    return simple.lower() if simple.isascii() else flatten(mend(text)).text


@lru_cache(maxsize=32768)
def keys_of_printed(printed: str) -> tuple[str, ...]:
    """The words in what stands between two spaces; GAP for dots that stand for others."""
    if (word := PLAIN_WORD.fullmatch(printed)) and word[1] not in CONTRACTIONS:
        return (american(word[1]),)
    looks = ASCII_PATTERN if printed.isascii() else PATTERN
    return tuple(
        GAP if found.lastgroup == "ellipsis" else in_one_spelling(key)
        for found in looks.finditer(printed)
        for key, *_ in readings(found)
    )


def in_one_spelling(key: str) -> str:
    """A number in words stays as it is, for it may be the half of another."""
    spelling = american(mend(key))
    return figures(spelling) if spelling[0].isdecimal() else spelling


def joined(found: Sequence[str]) -> Iterable[str]:
    """With "cease fire" as one word and "twenty-five" as one number."""
    if FIRST_OF_TWO.isdisjoint(found):
        return found
    done: list[str] = [GAP]
    for key in found:
        last = done[-1]
        if last in FIRST_OF_TWO and (together := joint(last, key)):
            done[-1] = together
        else:
            done.append(key)
    return done
