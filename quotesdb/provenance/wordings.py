"""Words as they are compared here: what typography and spelling make different is the same."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
JOINER = re.compile(r"(?<=\w)[-‐‑](?=\w)")
LOOK_ALIKES = str.maketrans("асеорхуіѕјАВСЕНІКМОРЅТХ", "aceopxyisjABCEHIKMOPSTX")
"""Cyrillic letters that pass for Latin ones (a few of those in Unicode TR39)."""

SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[a-z]{3})our(?=s?$|ed$|ing$|able$)", "or"),
        (r"(?<=[a-z][tbv])re(?=s?$)", "er"),
        (r"(?<=[a-z]{2})is(?=e[ds]?$|ing$|ations?$)", "iz"),
        (r"(?<=[a-z]{2})ll(?=ed$|ing$|ers?$)", "l"),
        (r"(?<=[a-z]{2})ence(?=s?$)", "ense"),
    )
)
"""From one side of the Atlantic to the other, or near enough to compare."""

SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
NUMBERS = {word: str(number) for number, word in enumerate(SMALL_NUMBERS.split())}

FREQUENT_ENGLISH = """
    a about after again all also am an and any are as at away back be because been before being
    but by can cannot come could day did do does doing done down even every first for from get
    give go going good got had has have having he her here him his how i if in into is it its
    just know like look made make many may me might more most much must my never new no not now
    of off on one only or other our out over own people put said same saw say see shall she
    should so some still such take than that the their them then there these they thing things
    think this those though time to too two under until up upon us use very want was way we well
    went were what when where which while who will with within without would yes yet you your
"""
FREQUENT = frozenset(FREQUENT_ENGLISH.split())
"""English words that two honest reporters may put for one another."""


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """Words in small letters, folded so that what sounds alike is alike."""
    plain = JOINER.sub("", unicodedata.normalize("NFKC", text)).translate(LOOK_ALIKES)
    return tuple(_folded(word) for word in WORD.findall(plain.lower()))


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    word = word.replace("’", "'")
    for pattern, replacement in SPELLINGS:
        word = pattern.sub(replacement, word)
    return NUMBERS.get(word, word)
