"""Words that are alike although they are not spelt alike.

A word is kept under hashes of what is left of it when letters are left out, and looked for under
the same (symmetric deletion: W. Garbe, "1000x Faster Spelling Correction", 2012): two words that
differ in one letter, or in two that changed places, have one of these in common. What is hashed is
how a word sounds, roughly, so that ways of writing it in Latin letters do not count as mistakes.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters from which on a word may be misspelt: shorter ones are like too many others."""

LEAST_KEY = 3
"""Letters that have to be left."""

HEAD = 6
"""Letters of a word's sound from which some are left out: what is typed may end there."""

SOUNDS = (
    (re.compile("sch|sz|sh"), "s"),
    (re.compile("tch|tsch|cz|ch|kh|gh(?=.)|ck|q"), "k"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("c"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("ph|[fw]"), "v"),
    (re.compile("dt|th"), "t"),
    (re.compile("z"), "s"),
    (re.compile("(?<=.)h"), ""),
    (re.compile("[yj]"), "i"),
    (re.compile("ou|oo"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)
VOWELS = re.compile("(?<=.)[aeiou]")
FIRST_VOWEL = re.compile("^[aeiou]+")

SLIP = 0.5
"""What another way of writing the same sound costs, beside a wrong letter's 1."""

UNFINISHED = 0.25
"""What it costs that a word is only begun."""


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """How a Latin word sounds, roughly; other words stay as they are."""
    if word.isascii():
        for pattern, put in SOUNDS:
            word = pattern.sub(put, word)
    return word


def may_be_misspelt(word: str) -> bool:
    """A number is another number when a figure of it is."""
    return len(word) >= SHORTEST and not any(map(str.isdigit, word))


def keys(word: str) -> set[int]:
    """The hashes under which a word is kept and looked for: none for a short one, or a number."""
    if not may_be_misspelt(word):
        return set()
    return {crc32(key.encode()) - 2**31 for key in _keys(sound(word))}


def own_key(word: str) -> int:
    """The hash of the word itself."""
    return crc32(f"={word}".encode()) - 2**31


@lru_cache(maxsize=4096)
def kept_keys(word: str) -> frozenset[int]:
    """The hashes under which a word is kept."""
    return frozenset({*keys(word), own_key(word)}) if may_be_misspelt(word) else frozenset()


def _keys(sounding: str) -> Iterator[str]:
    head = sounding[:HEAD]
    yield head
    yield from _with_one_less(head)
    consonants = VOWELS.sub("", FIRST_VOWEL.sub("a", sounding))[:HEAD]
    yield f"-{consonants}"
    yield from (f"-{key}" for key in _with_one_less(consonants))


def _with_one_less(letters: str) -> Iterator[str]:
    if len(letters) > LEAST_KEY:
        yield from (letters[:place] + letters[place + 1 :] for place in range(len(letters)))


def cost(typed: str, word: str) -> float | None:
    """How far what was typed is from a word or its beginning; None where it is another word."""
    if word.startswith(typed):
        return 0.0 if word == typed else UNFINISHED / 2
    if min(len(typed), len(word)) < LEAST_KEY or len(typed) < SHORTEST:
        return None
    found = min(_costs(typed, word))
    return found if found <= _bearable(typed) else None


def _costs(typed: str, word: str) -> Iterator[float]:
    yield float(OSA.distance(typed, word))
    sounding, sounding_word = sound(typed), sound(word)
    yield SLIP + OSA.distance(sounding, sounding_word)
    if len(word) > len(typed):
        yield UNFINISHED + OSA.distance(typed, word[: len(typed)])
        yield UNFINISHED + SLIP + OSA.distance(sounding, sounding_word[: len(sounding)])


def _bearable(typed: str) -> float:
    """One letter in a short word, two in a longer one, and what sounds alike besides."""
    return 1.0 + SLIP if len(typed) <= SHORTEST else 2.0 + SLIP
