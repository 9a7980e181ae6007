"""What changed in a few quotes, set right in the lists where they are posted."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from quotesdb.models import PostingList, PostingSegment
from quotesdb.portions import portions

from . import postings, rows
from .building import LARGEST, LEAST_BITS, features_in, first_of
from .features import BITS

Change = tuple[bytes | None, bytes | None]
"""The signature that a quote had, and the one that it has."""

FULL = 2
"""A segment takes new quotes until it has so many for each of its lists."""


def move(changes: Mapping[int, Change], segments: Sequence[PostingSegment] = ()) -> None:
    """Take these quotes out of the lists of what they had, and put them into those of what they
    have: of these segments, or of those in use."""
    segments = segments or list(PostingSegment.objects.in_use())
    firsts = [first_of(it) for it in segments]
    gone: dict[int, set[int]] = defaultdict(set)
    come: dict[int, set[int]] = defaultdict(set)
    for quote, (before, after) in changes.items():
        segment = segments[bisect_right(firsts, quote) - 1]
        had, has = _entries(segment, quote, before), _entries(segment, quote, after)
        grown = segment.quotes + (after is not None) - (before is not None)
        segment.quotes = max(grown, 0)
        for place, entry in had - has:
            gone[place].add(entry)
        for place, entry in has - had:
            come[place].add(entry)
    PostingSegment.objects.bulk_update(segments, ["quotes"])
    by_key = {it.pk: it for it in segments}
    for some in portions(gone.keys() | come.keys()):
        _set_right(some, gone, come, by_key)


def _entries(segment: PostingSegment, quote: int, signature: bytes | None) -> set[tuple[int, int]]:
    """Where a quote is posted, and by which entries."""
    if signature is None:
        return set()
    start, far = segment.pk << BITS, quote - first_of(segment)
    shift, tag_bits = BITS - rows.told_bits(segment), rows.tag_bits(segment)
    found = set()
    for told in {feature >> shift for feature in features_in(signature)}:
        place = told >> tag_bits
        tag = told - (place << tag_bits)
        found.add((start + place, tag << rows.QUOTE_BITS | far))
    return found


def _set_right(
    places: Sequence[int],
    gone: Mapping[int, set[int]],
    come: Mapping[int, set[int]],
    segments: Mapping[int, PostingSegment],
) -> None:
    lists = PostingList.objects.filter(place__in=places).values_list("place", "quotes")
    held = {place: bytes(quotes) for place, quotes in lists}
    right, empty = [], []
    for place in places:
        if (before := held.get(place)) == postings.CLOSED:
            continue
        segment = segments[place >> BITS]
        entries = set(rows.unpacked(segment, before) if before else ())
        entries = entries - gone.get(place, set()) | come.get(place, set())
        if entries:
            written = rows.packed(segment, sorted(entries))
            right.append(PostingList(place=place, quotes=written))
        else:
            empty.append(place)
    PostingList.objects.filter(place__in=empty).delete()
    PostingList.objects.bulk_create(
        right, update_conflicts=True, unique_fields=["place"], update_fields=["quotes"]
    )


def make_room(new: Collection[int]) -> None:
    """Begin a segment for new quotes, none below one that is posted, if there is no room."""
    last = PostingSegment.objects.in_use().last()
    if last is None:
        PostingSegment.objects.create(first=0, quotes=0, bits=LEAST_BITS)
    elif new and last.quotes + len(new) > min(FULL << last.bits, LARGEST):
        PostingSegment.objects.create(first=min(new), quotes=0, bits=LEAST_BITS, tagged=True)
