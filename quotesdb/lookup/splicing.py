"""Words that are put together from several quotes: which part is from which."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from quotesdb.lookup import thresholds
from quotesdb.lookup.comparing import Likeness
from quotesdb.lookup.items import Item
from quotesdb.wording import Op, Token
from quotesdb.wording.normalising import normalise_segments
from quotesdb.wording.small_words import weight

Taken = tuple[Sequence[Token], Likeness]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of an item's words that stands in one held wording; the place is in the text."""

    start: int
    end: int
    text: str
    likeness: Likeness


def parts_of(item: Item, near: Sequence[Likeness]) -> tuple[Part, ...]:
    """The parts of which an item is made, in its order; none where it is not made of several.

    Greedy: the quote that accounts for most of what is left is taken first.
    """
    words = normalise_segments(item.segments).words
    is_open = [True] * len(words)
    kept = [(one, kept_ranges(words, one)) for one in near]
    taken: list[Taken] = []
    while kept and len(taken) < thresholds.MOST_PARTS:
        found = [(longest_run(words, is_open, ranges), one) for one, ranges in kept]
        run, one = max(found, key=lambda it: (heaviness(it[0]), -it[1].near.quote))
        if len(run) < thresholds.LEAST_PART_WORDS or heaviness(run) < thresholds.LEAST_PART:
            break
        taken.append((run, one))
        for place, token in enumerate(words):
            is_open[place] &= not run[0].start <= token.start <= run[-1].start
    if not accounts_for(words, taken, near):
        return ()
    return tuple(sorted((_part(item, *it) for it in taken), key=lambda part: part.start))


def accounts_for(words: Sequence[Token], taken: Sequence[Taken], near: Sequence[Likeness]) -> bool:
    """Whether parts of several quotes account for most words, and one wording alone does not."""
    if len({one.near.quote for _, one in taken}) < 2:
        return False
    whole = heaviness(words)
    covered = sum(heaviness(run) for run, _ in taken) / whole
    alone = max(one.comparison.measures.shared for one in near) / whole
    return covered >= thresholds.SPLICED_COVERAGE and covered >= alone + thresholds.SPLICED_GAIN


def kept_ranges(words: Sequence[Token], one: Likeness) -> list[range]:
    """The places of an item's words that are kept from a wording, run by run."""
    starts = [token.start for token in words]
    steps = (it.to_tokens for it in one.comparison.operations if it.op is Op.KEPT and it.to_tokens)
    return [
        range(bisect_left(starts, kept[0].start), bisect_left(starts, kept[-1].end))
        for kept in steps
    ]


def is_in_every_segment(item: Item, one: Likeness) -> bool:
    """Whether a wording accounts for half of each of an item's segments, by weight."""
    words = normalise_segments(item.segments).words
    kept = {place for places in kept_ranges(words, one) for place in places}
    end = 0
    for segment in item.segments:
        start, end = end, end + len(segment) + 1
        here = [place for place, token in enumerate(words) if start <= token.start < end]
        shared = heaviness([words[place] for place in here if place in kept])
        if 2 * shared < heaviness([words[place] for place in here]):
            return False
    return True


def longest_run(
    words: Sequence[Token], is_open: Sequence[bool], ranges: Iterable[range]
) -> Sequence[Token]:
    """The heaviest run of words that is not accounted for yet."""
    runs = (
        [words[place] for place in places]
        for some in ranges
        for open_, places in groupby(some, key=is_open.__getitem__)
        if open_
    )
    return max(runs, key=heaviness, default=())


def heaviness(words: Sequence[Token]) -> float:
    return sum(weight(token.key) for token in words)


def _part(item: Item, run: Sequence[Token], one: Likeness) -> Part:
    first, last = run[0].start, run[-1].end
    return Part(place_of(item, first), place_of(item, last - 1) + 1, item.text[first:last], one)


def place_of(item: Item, offset: int) -> int:
    """Where in the text a character of the item's joined segments stands."""
    for (start, _), segment in zip(item.places, item.segments, strict=True):
        if offset < len(segment):
            return start + offset
        offset -= len(segment) + 1
    return item.end - 1
