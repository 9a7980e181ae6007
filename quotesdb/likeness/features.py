"""What a wording is found by: its words, its pairs of neighbouring words, and the whole of it.

Words that many quotes have tell nothing; most pairs of them do. Each feature is a number of 32
bits, of which the upper ones say where it is posted (multiplicative hashing: Knuth, The Art of
Computer Programming, 6.4).
"""

from array import array
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

BITS = 32
MASK = (1 << BITS) - 1
ONE, NEXT, LAST = 2_654_435_761, 2_246_822_519, 3_266_489_917
"""Odd numbers without a pattern in their bits; two of them are those of xxHash."""

MANY, FEWEST = 2_000, 3
"""Of more features than MANY only some are kept: every second, every fourth, every eighth."""


def word_feature(word: int) -> int:
    return word * ONE + 7 & MASK


def features(words: Sequence[int]) -> set[int]:
    """The features of one wording, given as numbers of words; at least one for any words."""
    found = {word * ONE + 7 & MASK for word in words}
    found.update([a * NEXT + b * LAST + 11 & MASK for a, b in pairwise(words)])
    if len(found) > MANY:
        found = sampled(found)
    if words:
        found.add(crc32(array("I", words).tobytes()))
    return found


def sampled(found: set[int]) -> set[int]:
    """A half, a quarter or an eighth: the same features of any text, or those of longer ones."""
    rest = (1 << min((len(found) // MANY).bit_length(), FEWEST)) - 1
    return {feature for feature in found if not feature & rest}


def features_of_all(wordings: Sequence[Sequence[int]]) -> set[int]:
    """Whatever any of these wordings is found by."""
    return set().union(*map(features, wordings))
