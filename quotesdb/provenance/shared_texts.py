"""Reports that share text, found by their fingerprints.

What many articles hold that have nothing to do with the quote is boilerplate and proves nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import pairwise

from quotesdb.provenance.facts import SharedText
from quotesdb.provenance.winnowing import Prints

SHARE = 0.3
"""The part of the shorter report's prints that both must have."""

FEWEST = 5
"""So many prints must be shared at least: about as many sentences' worth of words."""

SAMPLE = 200
"""The longest sample shown as evidence, in characters."""

Excerpt = Callable[[str, int, int], str]
"""An article's text between two places, by the article's key."""


def boilerplate(elsewhere: Iterable[Prints], many: int = 3) -> frozenset[int]:
    """The prints found in `many` articles or more of those that do not print the quote."""
    found = Counter(number for prints in elsewhere for number in prints)
    return frozenset(number for number, times in found.items() if times >= many)


def shared_texts(
    prints: Mapping[str, Prints], excerpt: Excerpt, excluded: Set[int] = frozenset()
) -> tuple[SharedText, ...]:
    """Pairs of articles whose reports are the same in part: enough pairs to connect all such.

    For each print only neighbours among its articles are compared, not all pairs.
    """
    own = {key: prints[key].keys() - excluded for key in sorted(prints)}
    return tuple(_compared(own, prints, excerpt))


def _compared(
    own: Mapping[str, Set[int]], prints: Mapping[str, Prints], excerpt: Excerpt
) -> Iterator[SharedText]:
    for a, b in sorted(_neighbours(own)):
        shared = own[a] & own[b]
        share = len(shared) / min(len(own[a]), len(own[b]))
        if len(shared) >= FEWEST and share >= SHARE:
            yield SharedText(a, b, share, _sample(a, prints[a], shared, excerpt))


def _neighbours(own: Mapping[str, Set[int]]) -> set[tuple[str, str]]:
    holders: dict[int, list[str]] = defaultdict(list)
    for key, numbers in own.items():
        for number in numbers:
            holders[number].append(key)
    return {pair for keys in holders.values() for pair in pairwise(keys)}


def _sample(article: str, prints: Prints, shared: Set[int], excerpt: Excerpt) -> str:
    """The longest run of the text that shared prints cover without a gap."""
    runs: list[tuple[int, int]] = []
    for start, end in sorted(prints[number] for number in shared):
        if runs and start <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(end, runs[-1][1])
        else:
            runs.append((start, end))
    start, end = max(runs, key=lambda it: (it[1] - it[0], -it[0]))
    return " ".join(excerpt(article, start, min(end, start + SAMPLE)).split())
