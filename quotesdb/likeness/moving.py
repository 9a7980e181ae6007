"""What changed in a few quotes, set right in the lists where they are posted."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from quotesdb.models import PostingList, PostingSegment
from quotesdb.portions import portions

from . import postings
from .building import LEAST_BITS, features_in
from .features import BITS

Change = tuple[bytes | None, bytes | None]
"""The signature that a quote had, and the one that it has."""

FULL = 2
"""A segment of so many quotes for each of its lists takes no new ones."""


def move(changes: Mapping[int, Change]) -> None:
    """Take these quotes out of the lists of what they had, and put them into those of what they
    have."""
    segments = list(PostingSegment.objects.order_by("first"))
    firsts = [it.first for it in segments]
    gone: dict[int, set[int]] = defaultdict(set)
    come: dict[int, set[int]] = defaultdict(set)
    for quote, (before, after) in changes.items():
        segment = segments[bisect_right(firsts, quote) - 1]
        had, has = _places(segment, before), _places(segment, after)
        grown = segment.quotes + (after is not None) - (before is not None)
        segment.quotes = max(grown, 0)
        for place in had - has:
            gone[place].add(quote)
        for place in has - had:
            come[place].add(quote)
    PostingSegment.objects.bulk_update(segments, ["quotes"])
    first_of = {it.pk: it.first for it in segments}
    for some in portions(gone.keys() | come.keys()):
        _set_right(some, gone, come, first_of)


def _places(segment: PostingSegment, signature: bytes | None) -> set[int]:
    if signature is None:
        return set()
    start, shift = segment.pk << BITS, BITS - segment.bits
    return {start + (feature >> shift) for feature in features_in(signature)}


def _set_right(
    places: Sequence[int],
    gone: Mapping[int, set[int]],
    come: Mapping[int, set[int]],
    first_of: Mapping[int, int],
) -> None:
    rows = PostingList.objects.filter(place__in=places).values_list("place", "quotes")
    held = {place: bytes(quotes) for place, quotes in rows}
    right, empty = [], []
    for place in places:
        if (before := held.get(place)) == postings.CLOSED:
            continue
        first = first_of[place >> BITS]
        quotes = set(postings.unpacked(before, first) if before else ())
        quotes = quotes - gone.get(place, set()) | come.get(place, set())
        if quotes:
            right.append(PostingList(place=place, quotes=postings.packed(sorted(quotes), first)))
        else:
            empty.append(place)
    PostingList.objects.filter(place__in=empty).delete()
    PostingList.objects.bulk_create(
        right, update_conflicts=True, unique_fields=["place"], update_fields=["quotes"]
    )


def make_room(new: Collection[int]) -> None:
    """Begin a segment for new quotes, none below one that is posted, if there is no room."""
    last = PostingSegment.objects.order_by("first").last()
    if last is None:
        PostingSegment.objects.create(first=0, quotes=0, bits=LEAST_BITS)
    elif new and last.quotes >= FULL << last.bits:
        PostingSegment.objects.create(first=min(new), quotes=0, bits=LEAST_BITS)
