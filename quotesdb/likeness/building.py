"""Segments written whole, from the signatures of their quotes.

A segment is a range of quotes with lists of its own. New quotes that come in bulk get a segment,
which is written once; as in a log-structured merge tree (O'Neil and others, 1996), many small
segments become a large one. All runs inside the writer's turn.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from quotesdb.loading import load
from quotesdb.models import NumberedWords, PostingList, PostingSegment
from quotesdb.portions import portions

from . import postings
from .features import BITS, features_of_all
from .parts import MOST_HELD, Parts
from .signatures import unpacked

Signed = Iterable[tuple[int, bytes]]
"""Quotes in ascending order, each with its signature."""

ORDER_BITS, PART_BITS = 20, 10
LARGEST = 1 << ORDER_BITS
"""Quotes in one segment at most. A quote's place among them and a part of its list's number make
one number of 32 bits. Of these, so many as are too many are on disk while a segment is built: 250
megabytes for the largest.
"""

LEAST_BITS = 12
TOGETHER, GROWN = 8, 6
"""So many segments become one, which is so many times as large as the largest of them. So a quote
is posted anew only when its segment grows that much: from a thousand to a million, three times.
"""

AT_ONCE = 5_000


def features_in(signature: bytes) -> set[int]:
    return features_of_all([it.words for it in unpacked(signature)])


def bits_for(quotes: int) -> int:
    """As many lists as quotes, or nearly: so lists stay short, and rows few."""
    return max(LEAST_BITS, (quotes - 1).bit_length())


def build(first: int, signed: Signed, many: int) -> None:
    """Write a segment of so many quotes, the first of its range being `first`."""
    segment = PostingSegment.objects.create(first=first, quotes=many, bits=bits_for(many))
    for some in portions(in_lists(segment, signed), AT_ONCE):
        load(PostingList, ("place", "quotes"), some)


def in_lists(segment: PostingSegment, signed: Signed) -> Iterator[tuple[int, bytes]]:
    """The lists of a segment that has these quotes, in the order of their places."""
    with Parts(1 << segment.bits - PART_BITS) as parts:
        quotes = _sort_out(signed, segment.bits, parts)
        for number, part in enumerate(parts):
            start = (segment.pk << BITS) + (number << PART_BITS)
            for place, ascending in _lists(part, quotes):
                yield start + place, postings.packed(ascending, segment.first)


def _sort_out(signed: Signed, bits: int, parts: Parts) -> Sequence[int]:
    """The quotes; into the part of each list, list and quote of each posting as one number."""
    quotes, some, held = array("Q"), parts.held, 0
    shift, low = BITS - bits, (1 << PART_BITS) - 1
    for order, (quote, signature) in enumerate(signed):
        quotes.append(quote)
        found = features_in(signature)
        for feature in found:
            place = feature >> shift
            some[place >> PART_BITS].append((place & low) << ORDER_BITS | order)
        held += len(found)
        if held >= MOST_HELD:
            parts.put_aside()
            held = 0
    return quotes


def _lists(part: "array[int]", quotes: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    for place, both in groupby(sorted(set(part)), lambda posting: posting >> ORDER_BITS):
        yield place, [quotes[posting & LARGEST - 1] for posting in both]


def merge() -> None:
    """Make one segment of the newest, where they are many and none is most of it."""
    while some := _mergeable():
        signed = _signed(some[0].first)
        drop(some)
        build(some[0].first, signed, sum(it.quotes for it in some))


def _mergeable() -> list[PostingSegment]:
    """As many of the newest segments as may become one; none where that is not worth it yet."""
    some: list[PostingSegment] = []
    found: list[PostingSegment] = []
    for segment in PostingSegment.objects.order_by("-first"):
        some.append(segment)
        sizes = [it.quotes for it in some]
        if sum(sizes) > LARGEST:
            break
        if len(some) >= TOGETHER and sum(sizes) >= GROWN * max(sizes):
            found = some[::-1]
    return found


def _signed(first: int) -> Signed:
    rows = NumberedWords.objects.filter(quote__gte=first).order_by("quote")
    for quote, signature in rows.values_list("quote", "signature").iterator(AT_ONCE):
        yield quote, bytes(signature)


def drop(segments: Iterable[PostingSegment]) -> None:
    for segment in segments:
        start = segment.pk << BITS
        PostingList.objects.filter(place__gte=start, place__lt=start + (1 << BITS)).delete()
        segment.delete()
