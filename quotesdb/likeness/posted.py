"""Which quotes share most of what is telling: the candidates for a comparison word by word."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate, chain

from . import postings, rows, statements

MOST_ADMITTED = 3_000
"""Postings that make a quote a candidate, those of the most telling features first."""

CLEARLY = 2.0
"""One that shares so many times what any other does is known by what made it a candidate."""

MOST_READ = 12_000
"""Postings that are looked at; those beyond MOST_ADMITTED only speak for quotes that are candidates
already (as "continue" in Moffat and Zobel, Self-indexing inverted files, 1996).
"""

CANDIDATES = 400
HOPELESS = 1 / 4
"""A quote that shares no more than this part of what another shares is no candidate."""


List = tuple[Callable[[bytes, int], Sequence[int]], bytes, int]


@dataclass(frozen=True, slots=True)
class Posted:
    """By feature, how many quotes have it, and their lists; a feature of too many has none.

    A list is what reads it, how it is written, and the first quote of its segment.
    """

    quotes: int
    counts: Mapping[int, int]
    lists: Mapping[int, Sequence[List]]

    def information(self, feature: int) -> float:
        """What a feature says, in nats."""
        return math.log1p(self.quotes / max(self.counts.get(feature, 0), 1))

    def with_feature(self, feature: int) -> Iterable[int]:
        return chain.from_iterable(
            unpacked(written, first) for unpacked, written, first in self.lists[feature]
        )


def posted_with(wanted: Collection[int]) -> Posted:
    """Where these features are posted. One statement."""
    counts: dict[int, int] = defaultdict(int)
    lists: dict[int, list[List]] = defaultdict(list)
    sizes: dict[int, int] = {}
    for feature, first, quotes, tag, stored in statements.posted(wanted):
        sizes[first] = quotes
        written = bytes(stored)
        if tag is None:
            counts[feature] += postings.counted(written)
            lists[feature].append((postings.unpacked, written, first))
        elif written := rows.with_tag(written, tag):
            counts[feature] += rows.counted(written)
            lists[feature].append((rows.quotes_of, written, first))
    open_ones = {it: some for it, some in lists.items() if counts[it] < postings.UNCOUNTED}
    return Posted(sum(sizes.values()), counts, open_ones)


def candidates(wanted: Iterable[int], posted: Posted) -> dict[int, float]:
    """The quotes that share most information, with how much it is."""
    telling = sorted((posted.counts[it], it) for it in wanted if it in posted.lists)
    read = list(accumulate(many for many, _ in telling))
    admitting, reading = bisect_right(read, MOST_ADMITTED), bisect_right(read, MOST_READ)
    shared: dict[int, float] = defaultdict(float)
    for _, feature in telling[:admitting]:
        information = posted.information(feature)
        for quote in posted.with_feature(feature):
            shared[quote] += information
    shared = hopeful(shared)
    if not is_clear(shared.values()):
        for _, feature in telling[admitting:reading]:
            information = posted.information(feature)
            for quote in shared.keys() & posted.with_feature(feature):
                shared[quote] += information
        shared = hopeful(shared)
    return {quote: shared[quote] for quote in nlargest(CANDIDATES, shared, key=shared.__getitem__)}


def hopeful(shared: Mapping[int, float]) -> dict[int, float]:
    least = max(shared.values(), default=0.0) * HOPELESS
    return {quote: much for quote, much in shared.items() if much >= least}


def is_clear(shared: Iterable[float]) -> bool:
    """Whether one quote shares so much more than any other that no more need be read."""
    first, second = (*nlargest(2, shared), 0.0, 0.0)[:2]
    return first > CLEARLY * second
