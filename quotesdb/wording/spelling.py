"""One spelling for the words that Britain and America spell differently.

The American one is taken, for no other reason than that one must be. Rules apply to listed words
or to endings that no two different words are told apart by; "meter" and "metre" become one word,
"prise" and "prize" stay two.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from .spelling_words import DOUBLED, NEVER_Z, OGUE, OUR, PAIRS, RE, VOWELS, YSE

# What is longer is no word, and rules that look at its end would look for long.
LONGEST = 40
OUR_STEMS = re.compile("|".join(f"(?<={stem[:-2]})ur" for stem in OUR))
DOUBLED_WORD = re.compile(
    rf"^(.*(?:{'|'.join(DOUBLED)}))l((?:ed|er|ers|est|ing|ings|or|ors|ous|ously)$)"
)
RE_WORD = re.compile(rf"^(.*(?:{'|'.join(stem[:-2] for stem in RE)}))re(s?)$")
ISE_WORD = re.compile(
    r"^(.{3,})([iy])s(e|ed|es|er|ers|ing|ingly|ation|ations|ational|ationally|able)$"
)
VOWEL = re.compile("|".join(VOWELS))


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """The word as an American paper would spell it; most words are left as they are."""
    if not 3 <= len(word) <= LONGEST or not word.isascii():
        return word
    if listed := next(listed_spellings(word), None):
        return listed
    # Most words have none of these letters, and to see that is ten times as quick as a rule.
    if "ae" in word or "oe" in word:
        word = VOWEL.sub(lambda found: VOWELS[found[0]], word)
    if "our" in word:
        word = OUR_STEMS.sub("r", word)
    if word.endswith(("re", "res")):
        word = RE_WORD.sub(r"\1er\2", word)
    if "ll" in word:
        word = DOUBLED_WORD.sub(r"\1\2", word)
    return with_z(word) if "is" in word or "ys" in word else word


def listed_spellings(word: str) -> Iterator[str]:
    if word in PAIRS:
        yield PAIRS[word]
    singular = word.removesuffix("s")
    if word != singular and singular in PAIRS:
        yield PAIRS[singular] + "s"
    if word.removesuffix("s") in OGUE:
        yield word.replace("ogue", "og")


def with_z(word: str) -> str:
    found = ISE_WORD.match(word)
    if not found or not written_with_z(found[1], found[2]):
        return word
    return f"{found[1]}{found[2]}z{found[3]}"


def written_with_z(stem: str, vowel: str) -> bool:
    """Not "noise", "cruise", "likewise": before -ise stands a consonant other than w."""
    if vowel == "y":
        return f"{stem}ys".endswith(YSE)
    return stem not in NEVER_Z and stem[-1] not in "aouw"
