"""Which quotes share most of what is telling: the candidates for a comparison word by word."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain

from . import postings, statements

MOST_ADMITTED = 3_000
"""Postings that make a quote a candidate, those of the most telling features first."""

MOST_READ = 12_000
"""Postings that are looked at; those beyond MOST_ADMITTED only speak for quotes that are candidates
already (as "continue" in Moffat and Zobel, Self-indexing inverted files, 1996).
"""

CANDIDATES = 150
HOPELESS = 1 / 5
"""A quote that shares no more than this part of what another shares is no candidate."""


@dataclass(frozen=True, slots=True)
class Posted:
    """By feature, how many quotes have it, and the lists of them, with the first of each segment.

    A feature of too many has none.
    """

    quotes: int
    counts: Mapping[int, int]
    lists: Mapping[int, Sequence[tuple[int, bytes]]]

    def information(self, feature: int) -> float:
        """What a feature says, in nats."""
        return math.log1p(self.quotes / max(self.counts.get(feature, 0), 1))

    def with_feature(self, feature: int) -> Iterable[int]:
        return chain.from_iterable(
            postings.unpacked(written, first) for first, written in self.lists[feature]
        )


def posted_with(wanted: Collection[int]) -> Posted:
    """Where these features are posted. One statement."""
    counts: dict[int, int] = defaultdict(int)
    lists: dict[int, list[tuple[int, bytes]]] = defaultdict(list)
    sizes: dict[int, int] = {}
    for feature, first, quotes, stored in statements.posted(wanted):
        sizes[first] = quotes
        written = bytes(stored)
        counts[feature] += postings.counted(written)
        lists[feature].append((first, written))
    open_ones = {it: some for it, some in lists.items() if counts[it] < postings.UNCOUNTED}
    return Posted(sum(sizes.values()), counts, open_ones)


def candidates(wanted: Iterable[int], posted: Posted) -> dict[int, float]:
    """The quotes that share most information, with how much it is."""
    telling = sorted((posted.counts[it], it) for it in wanted if it in posted.lists)
    shared: dict[int, float] = defaultdict(float)
    read = 0
    for many, feature in telling:
        read += many
        if read > MOST_READ:
            break
        quotes = posted.with_feature(feature)
        if read > MOST_ADMITTED:
            quotes = shared.keys() & quotes
        information = posted.information(feature)
        for quote in quotes:
            shared[quote] += information
    least = max(shared.values(), default=0.0) * HOPELESS
    hopeful = {quote: much for quote, much in shared.items() if much >= least}
    return {
        quote: shared[quote] for quote in nlargest(CANDIDATES, hopeful, key=hopeful.__getitem__)
    }
