"""Segments written whole, from the signatures of their quotes.

A segment is a range of quotes with lists of its own. New quotes that come in bulk get a segment,
which is written once; as in a log-structured merge tree (O'Neil and others, 1996), several small
segments become a large one. All runs inside the writer's turn.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from quotesdb.loading import load
from quotesdb.models import NumberedWords, PostingList, PostingSegment
from quotesdb.portions import portions

from . import postings, rows
from .features import BITS, features_of_all
from .parts import MOST_HELD, Parts
from .signatures import unpacked

Signed = Iterable[tuple[int, bytes]]
"""Quotes in ascending order, each with its signature."""

ORDER_BITS, PART_BITS = 20, 10
ORDERS = 1 << ORDER_BITS
"""A quote's place among those of its segment and a part of its list's number make one number of 32
bits. Of these, so many as are too many are on disk while a segment is built: 250 megabytes for the
largest.
"""

LARGEST = 1_000_000
"""Quotes in one segment at most. There are more places for such as were merged and come back."""

TAGGED_BELOW = LARGEST // 2
"""A segment of so many quotes holds most of the bytes, and its lists are as short as may be."""

LEAST_BITS = 12
TOGETHER, GROWN = 8, 6
"""So many segments become one, which is so many times as large as the largest of them. So a quote
is posted anew only when its segment grows that much.
"""

MOST_MERGED = 100_000
"""Quotes that are posted anew by whoever brings more, while others wait: for eight seconds at most.
More are posted anew only by `compacting`, which lets others in.
"""

AT_ONCE = 5_000


def features_in(signature: bytes) -> set[int]:
    return features_of_all([it.words for it in unpacked(signature)])


def bits_for(quotes: int) -> int:
    """As many lists as quotes, or nearly: so lists stay short, and rows few."""
    return max(LEAST_BITS, (quotes - 1).bit_length())


def shape(first: int, many: int) -> dict[str, Any]:
    """How a segment is laid out. What is largest is not tagged: there are not many such."""
    return {"bits": bits_for(many), "tagged": first > 0 and many < TAGGED_BELOW}


def first_of(segment: PostingSegment) -> int:
    """The first quote of its range; only segments that are not in use have none."""
    if segment.first is None:
        raise ValueError(f"Segment {segment.pk} is not in use.")
    return segment.first


def build(first: int, kept: Signed, many: int) -> None:
    """Write a segment of so many quotes, the first of its range being `first`."""
    segment = PostingSegment.objects.create(first=first, quotes=many, **shape(first, many))
    for some in portions(in_lists(segment, kept), AT_ONCE):
        load(PostingList, ("place", "quotes"), some)


def in_lists(segment: PostingSegment, kept: Signed) -> Iterator[tuple[int, bytes]]:
    """The lists of a segment that has these quotes, in the order of their places."""
    with Parts(1 << segment.bits - PART_BITS, "Q" if segment.tagged else "I") as parts:
        quotes = _sort_out(segment, kept, parts)
        for number, part in enumerate(parts):
            start = (segment.pk << BITS) + (number << PART_BITS)
            for place, found in _lists(segment, part):
                yield start + place, rows.packed(segment, _entries(segment, found, quotes))


def _sort_out(segment: PostingSegment, kept: Signed, parts: Parts) -> Sequence[int]:
    """The quotes, as entries are told by them; into its part each posting as one number."""
    quotes, some, held, first = array("Q"), parts.held, 0, first_of(segment)
    shift, part_bits = BITS - rows.told_bits(segment), PART_BITS + rows.tag_bits(segment)
    low = (1 << part_bits) - 1
    for order, (quote, signature) in enumerate(kept):
        quotes.append(quote - first)
        found = {feature >> shift for feature in features_in(signature)}
        for told in found:
            some[told >> part_bits].append((told & low) << ORDER_BITS | order)
        held += len(found)
        if held >= MOST_HELD:
            parts.put_aside()
            held = 0
    return quotes


def _lists(segment: PostingSegment, part: "array[int]") -> Iterator[tuple[int, Sequence[int]]]:
    """The postings of each list, in the order of their tags and quotes."""
    bits = ORDER_BITS + rows.tag_bits(segment)
    low, lists = (1 << bits) - 1, [array(part.typecode) for _ in range(1 << PART_BITS)]
    for posting in part:
        lists[posting >> bits].append(posting & low)
    for place, some in enumerate(lists):
        if some:
            yield place, sorted(some) if segment.tagged else some


def _entries(segment: PostingSegment, found: Sequence[int], quotes: Sequence[int]) -> Sequence[int]:
    if not segment.tagged:
        # A million of too many would be held in memory only to be told that they are too many.
        return [quotes[it] for it in found[: postings.MOST + 1]]
    order, bits = ORDERS - 1, rows.QUOTE_BITS - ORDER_BITS
    return [(it & ~order) << bits | quotes[it & order] for it in found]


def merge() -> None:
    """Make one segment of the newest, where they are many and none is most of it."""
    while some := _mergeable():
        first = first_of(some[0])
        drop(some)
        words = NumberedWords.objects.filter(quote__gte=first)
        build(first, signed(words), sum(it.quotes for it in some))


def _mergeable() -> list[PostingSegment]:
    """As many of the newest segments as may become one; none where that is not worth it yet."""
    some: list[PostingSegment] = []
    found: list[PostingSegment] = []
    for segment in PostingSegment.objects.in_use().reverse():
        some.append(segment)
        sizes = [it.quotes for it in some]
        if sum(sizes) > MOST_MERGED:
            break
        if len(some) >= TOGETHER and sum(sizes) >= GROWN * max(sizes):
            found = some[::-1]
    return found


def signed(words: QuerySet[NumberedWords]) -> Iterator[tuple[int, bytes]]:
    kept = words.order_by("quote").values_list("quote", "signature")
    return ((quote, bytes(signature)) for quote, signature in kept.iterator(AT_ONCE))


def drop(segments: Iterable[PostingSegment]) -> None:
    for segment in segments:
        start = segment.pk << BITS
        PostingList.objects.filter(place__gte=start, place__lt=start + (1 << BITS)).delete()
        segment.delete()
