"""What a wording is found by: its words, its pairs of neighbouring words, and the whole of it.

Words that many quotes have tell nothing; most pairs of them do. Each feature is a number of 32
bits, of which the upper ones say where it is posted (multiplicative hashing: Knuth, The Art of
Computer Programming, 6.4).
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
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
    found = _parts(words, pairwise(words))
    if len(found) > MANY:
        found = sampled(found)
    if words:
        found.add(_whole(words))
    return found


def _parts(words: Iterable[int], pairs: Iterable[tuple[int, int]]) -> set[int]:
    # A call of word_feature for each would take longer than all the rest.
    found = {word * ONE + 7 & MASK for word in words}
    found.update([a * NEXT + b * LAST + 11 & MASK for a, b in pairs])
    return found


def _whole(words: Sequence[int]) -> int:
    return crc32(array("I", words).tobytes())


def sampled(found: set[int]) -> set[int]:
    """A half, a quarter or an eighth: the same features of any text, or those of longer ones."""
    rest = (1 << min((len(found) // MANY).bit_length(), FEWEST)) - 1
    return {feature for feature in found if not feature & rest}


def features_of_all(wordings: Sequence[Sequence[int]]) -> set[int]:
    """Whatever any of these wordings is found by."""
    if len(wordings) == 1:
        return features(wordings[0])
    if any(2 * len(words) > MANY for words in wordings):
        return set().union(*map(features, wordings))
    # Wordings of one quote share most of their words: what is alike is worked out once.
    pairs = set(chain.from_iterable(map(pairwise, wordings)))
    found = _parts(set().union(*wordings), pairs)
    found.update(_whole(words) for words in wordings if words)
    return found
