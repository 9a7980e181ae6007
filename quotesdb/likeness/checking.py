"""Whether quotes are posted where their words say; read only, one segment in memory at a time."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef

from quotesdb.models import NumberedWords, PostingList, PostingSegment, Quote

from . import postings, rows
from .building import AT_ONCE, in_lists, signed
from .features import BITS

OnProgress = Callable[[int], Any]

GONE = "{many} quotes that are no more can still be found"
LISTS = "segment {segment}: of its lists, {wrong} are not those of the words of its quotes"
COUNTED = "segment {segment}: it says that it has {told} quotes, and has {found}"


def stale_lists(on_progress: OnProgress = lambda quotes: None) -> Iterator[str]:
    """What is posted otherwise than the kept words say, in sentences.

    Lists of too many quotes are closed for good, so that a closed list is never wrong.
    """
    gone = NumberedWords.objects.exclude(Exists(Quote.objects.filter(pk=OuterRef("quote"))))
    if many := gone.count():
        yield GONE.format(many=many)
    segments = list(PostingSegment.objects.in_use())
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        yield from _of_segment(segment, following, on_progress)


def _of_segment(
    segment: PostingSegment, following: PostingSegment | None, on_progress: OnProgress
) -> Iterator[str]:
    words = NumberedWords.objects.filter(quote__gte=segment.first).order_by("quote")
    if following is not None:
        words = words.filter(quote__lt=following.first)
    found = words.count()
    if found != segment.quotes:
        yield COUNTED.format(segment=segment.pk, told=segment.quotes, found=found)
    right = in_lists(segment, signed(words))
    on_progress(found)
    if wrong := _differing(segment, right):
        yield LISTS.format(segment=segment.pk, wrong=wrong)


def _differing(segment: PostingSegment, right: Iterator[tuple[int, bytes]]) -> int:
    """How many lists are wrong: both are read in the order of their places."""
    start = segment.pk << BITS
    lists = PostingList.objects.filter(place__gte=start, place__lt=start + (1 << BITS))
    held = lists.order_by("place").values_list("place", "quotes").iterator(AT_ONCE)
    wrong, wanted = 0, next(right, None)
    for place, written in held:
        while wanted is not None and wanted[0] < place:
            wrong, wanted = wrong + 1, next(right, None)
        ought = postings.CLOSED
        if wanted is not None and wanted[0] == place:
            ought, wanted = wanted[1], next(right, None)
        wrong += not rows.is_right(segment, bytes(written), ought)
    return wrong + (wanted is not None) + sum(1 for _ in right)
