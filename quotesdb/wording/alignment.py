"""Which words of two wordings are the same words, in order.

The longest common subsequence (Hyyrö's bit-parallel algorithm, as rapidfuzz has it) up to
`MOST_CELLS`. Beyond it, first the words that both texts have exactly once are matched in order, as
Bram Cohen's patience diff does, and only what lies between them is compared in full.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, LCSseq

Pair = tuple[int, int]
# 10,000 words by 10,000: about 12 MB for a moment.
MOST_CELLS = 100_000_000
NEAR = 0.75
MOST_NEAR_CELLS = 400


def in_common(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Places of equal words, rising on both sides."""
    if len(one) * len(other) <= MOST_CELLS:
        return list(longest_in_common(one, other))
    pairs: list[Pair] = []
    start, other_start = 0, 0
    for place, other_place in [*anchors(one, other), (len(one), len(other))]:
        between, other_between = one[start:place], other[other_start:other_place]
        if len(between) * len(other_between) <= MOST_CELLS:
            found = longest_in_common(between, other_between)
            pairs.extend((start + here, other_start + there) for here, there in found)
        if place < len(one):
            pairs.append((place, other_place))
        start, other_start = place + 1, other_place + 1
    return pairs


def longest_in_common(one: Sequence[str], other: Sequence[str]) -> Iterator[Pair]:
    numbers: dict[str, int] = {}
    first = [numbers.setdefault(word, len(numbers)) for word in one]
    second = [numbers.setdefault(word, len(numbers)) for word in other]
    for block in LCSseq.opcodes(first, second).as_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def anchors(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Words that both have exactly once, as many as can be kept in order."""
    once, other_once = Counter(one), Counter(other)
    places = {word: place for place, word in enumerate(other) if other_once[word] == 1}
    pairs = [
        (place, places[word])
        for place, word in enumerate(one)
        if once[word] == 1 and word in places
    ]
    return longest_rising(pairs)


def longest_rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The most pairs whose second places rise as the first do (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        ends[pile : pile + 1] = [number]
    chain: list[Pair] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def near(one: str, other: str) -> bool:
    """Forms of one word, or a slip of the pen: "attack" and "attacks"."""
    if min(len(one), len(other)) < 4 or one[0].isdecimal() or other[0].isdecimal():
        return False
    return Indel.normalized_similarity(one, other, score_cutoff=NEAR) >= NEAR


def nearly_in_common(one: Sequence[str], other: Sequence[str]) -> Iterator[Pair]:
    """Places of words that are nearly the same, in order, within one short stretch."""
    if len(one) * len(other) > MOST_NEAR_CELLS:
        return
    start = 0
    for place, word in enumerate(one):
        for other_place in range(start, len(other)):
            if near(word, other[other_place]):
                yield place, other_place
                start = other_place + 1
                break
