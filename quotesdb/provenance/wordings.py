"""Words as they are compared here: what typography and spelling make different is the same.

Quicker than `quotesdb.wording.normalise`, which also knows where each word stands.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from quotesdb.wording.lookalikes import mend
from quotesdb.wording.numbers import figures
from quotesdb.wording.spelling import american

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
JOINER = re.compile(r"(?<=\w)[-‐‑](?=\w)")

FREQUENT_ENGLISH = """
    a about after again all also am an and any are as at away back be because been before being
    but by can cannot come could day did do does doing done down every even first for from
    get give go going good got had has have having he her here him his how i if in into is it its
    just know like look made make many may me might more most much must my never new no not now
    of off on one only or other our out over own people put said same saw say see shall she
    should so some still such take than that the their them then there these they thing things
    think this those though time to too two under until up upon us use very want was way we well
    went were what when where which while who will with within without would yes yet you your
"""

TRANSLITERATIONS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"[yij]+", "i"),
        (r"kh", "h"),
        (r"t(?=ch)", ""),
        (r"ks", "x"),
        (r"ou", "u"),
        (r"([^aeiou])\1", r"\1"),
    )
)
"""Letters that houses put for one another when they write a foreign name."""


def as_heard(words: Iterable[str]) -> str:
    """Words run together, as they sound however a house spells a name."""
    heard = "".join(words)
    for pattern, replacement in TRANSLITERATIONS:
        heard = pattern.sub(replacement, heard)
    return heard


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """Words in small letters, folded so that what sounds alike is alike."""
    plain = JOINER.sub("", mend(unicodedata.normalize("NFKC", text)))
    return tuple(_folded(word) for word in WORD.findall(plain.lower()))


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return figures(american(word.replace("’", "'")))


FREQUENT = frozenset(map(_folded, FREQUENT_ENGLISH.split()))
"""English words that two honest reporters may put for one another."""
