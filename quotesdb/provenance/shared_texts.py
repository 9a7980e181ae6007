"""Reports that share text, found by their fingerprints.

What many articles hold that have nothing to do with the quote is boilerplate and proves nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from quotesdb.provenance.facts import SharedText
from quotesdb.provenance.winnowing import fingerprint, sample

SHARE = 0.3
"""The part of the shorter report's prints that both must have."""

FEWEST = 5
"""So many prints must be shared at least: about as many sentences' worth of words."""

MANY = 3
"""What so many articles hold that do not print the quote is boilerplate."""

Name = TypeVar("Name", str, int)
"""What a report is called by."""


def boilerplate(elsewhere: Iterable[Iterable[int]], many: int = MANY) -> frozenset[int]:
    """The prints found in `many` articles or more of those that do not print the quote."""
    found = Counter(number for prints in elsewhere for number in prints)
    return frozenset(number for number, times in found.items() if times >= many)


@dataclass(frozen=True, slots=True)
class Overlap(Generic[Name]):
    """Two reports that are the same in part, and the prints that both have."""

    a: Name
    b: Name
    share: float
    prints: Set[int]


def overlaps(
    prints: Mapping[Name, Set[int]], excluded: Set[int] = frozenset()
) -> Iterator[Overlap[Name]]:
    """Pairs of reports that are the same in part: enough pairs to connect all such.

    For each print only neighbours among its reports are compared, not all pairs.
    """
    own = {name: prints[name] - excluded for name in sorted(prints)}
    for a, b in sorted(_neighbours(own)):
        shared = own[a] & own[b]
        share = len(shared) / min(len(own[a]), len(own[b]))
        if len(shared) >= FEWEST and share >= SHARE:
            yield Overlap(a, b, share, shared)


def _neighbours(own: Mapping[Name, Set[int]]) -> set[tuple[Name, Name]]:
    holders: dict[int, list[Name]] = defaultdict(list)
    for name, numbers in own.items():
        for number in numbers:
            holders[number].append(name)
    return {pair for names in holders.values() for pair in pairwise(names)}


def shared_texts(texts: Mapping[str, str], excluded: Set[int] = frozenset()) -> list[SharedText]:
    """What the reports of articles share, from their texts."""
    prints = {key: fingerprint(text).keys() for key, text in texts.items()}
    return [
        SharedText(it.a, it.b, it.share, sample(texts[it.a], it.prints))
        for it in overlaps(prints, excluded)
    ]
