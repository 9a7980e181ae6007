"""Several segments made one, while others read and write.

The signatures are read, and lists made of them, outside of any turn; each few lists are written in
a short one, into a segment that is not in use yet. The last turn sets right in it what others have
changed meanwhile, puts it into use and takes those that it replaces out of use; then their lists
are deleted, again a few at a time. Whoever is killed leaves lists that nobody reads: the next one
begins by deleting them.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import Any

from django.db.models import Max

from quotesdb import turns
from quotesdb.loading import load
from quotesdb.models import NumberedWords, PostingList, PostingSegment
from quotesdb.portions import portions

from .building import LARGEST, Signed, first_of, in_lists, shape, signed
from .features import BITS
from .moving import Change, move

AT_ONCE = 20_000
"""Lists that are written, or deleted, in one turn: in less than a second."""

GROWN = 1.9
"""Segments become one that is so many times as large as the largest of them. So a quote is posted
anew seldom, and segments are few: each is larger than what comes after it, or nearly.
"""

MOST_CHANGED = 5_000
"""Where others changed more quotes meanwhile, setting these right would keep them waiting."""

OnProgress = Callable[[int], Any]


def compact(grown: float = GROWN, on_progress: OnProgress = lambda quotes: None) -> None:
    """Make one of several segments, where it is so many times as large as the largest of them.

    The fewer there are, the quicker is a look-up. Takes turns, all of them short: not to be called
    inside of one. `on_progress` is told each time how many more quotes have been read. Raises
    quotesdb.turns.Busy where other writers leave no turn; the next call begins anew.
    """
    delete_unused()
    while (some := _worth_it(grown)) and _made_one(some, on_progress):
        delete_unused()


def _worth_it(grown: float) -> Sequence[PostingSegment]:
    """Neighbouring segments that may become one, the oldest that are worth it."""
    segments = list(PostingSegment.objects.in_use())
    for start in range(len(segments)):
        some = _that_fit(segments[start:])
        sizes = [it.quotes for it in some]
        if len(some) > 1 and sum(sizes) >= grown * max(sizes):
            return some
    return []


def _that_fit(segments: Sequence[PostingSegment]) -> list[PostingSegment]:
    some: list[PostingSegment] = []
    quotes = 0
    for segment in segments:
        quotes += segment.quotes
        if quotes > LARGEST:
            break
        some.append(segment)
    return some


def _made_one(some: Sequence[PostingSegment], on_progress: OnProgress) -> bool:
    """Whether that was possible: others may have changed too much, or be at it themselves."""
    first, last = first_of(some[0]), _last_of(some)
    with turns.taken():
        quotes = sum(it.quotes for it in some)
        segment = PostingSegment.objects.create(quotes=0, **shape(first, quotes))
    segment.first = first
    words = NumberedWords.objects.filter(quote__gte=first, quote__lte=last)
    with Read(signed(words), on_progress) as read:
        for lists in portions(in_lists(segment, read), AT_ONCE):
            with turns.taken():
                if not PostingSegment.objects.filter(pk=segment.pk).exists():
                    return False
                load(PostingList, ("place", "quotes"), lists)
        with turns.taken():
            return _put_into_use(segment, some, read)


def _last_of(some: Sequence[PostingSegment]) -> int:
    """The last quote that is posted in these segments."""
    words = NumberedWords.objects.all()
    if following := PostingSegment.objects.in_use().filter(first__gt=some[-1].first).first():
        words = words.filter(quote__lt=following.first)
    return words.aggregate(it=Max("quote"))["it"] or 0


class Read:
    """Quotes with their signatures, to be read once, and again as they were then. A context."""

    def __init__(self, kept: Signed, on_progress: OnProgress) -> None:
        self._kept, self._on_progress = kept, on_progress
        self._quotes, self._lengths = array("Q"), array("I")
        self._file = TemporaryFile()  # noqa: SIM115 (__exit__ closes it)

    def __enter__(self) -> "Read":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._quotes)

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        for some in portions(self._kept):
            for quote, signature in some:
                self._quotes.append(quote)
                self._lengths.append(len(signature))
                self._file.write(signature)
            yield from some
            self._on_progress(len(some))

    def again(self) -> Iterator[tuple[int, bytes]]:
        self._file.seek(0)
        for quote, length in zip(self._quotes, self._lengths, strict=True):
            yield quote, self._file.read(length)


def _put_into_use(segment: PostingSegment, some: Sequence[PostingSegment], read: Read) -> bool:
    """Whether it takes the place of these segments, with all that others changed set right."""
    used = list(PostingSegment.objects.in_use().filter(first__gte=segment.first))
    following = used[len(some) :]
    words = NumberedWords.objects.filter(quote__gte=segment.first)
    if following:
        words = words.filter(quote__lt=following[0].first)
    changed = dict(_differing(read.again(), signed(words)))
    is_gone = not PostingSegment.objects.filter(pk=segment.pk).exists()
    if is_gone or used[: len(some)] != list(some) or len(changed) > MOST_CHANGED:
        return False
    segment.quotes = len(read)
    move(changed, [segment])
    PostingSegment.objects.filter(pk__in=[it.pk for it in some]).update(first=None)
    segment.save(update_fields=["first", "quotes"])
    return True


def _differing(before: Iterable[tuple[int, bytes]], now: Signed) -> Iterator[tuple[int, Change]]:
    """What quotes had, and what they have, where that is not the same; both are in their order."""
    left = iter(before)
    had = next(left, None)
    for quote, signature in now:
        while had is not None and had[0] < quote:
            yield had[0], (had[1], None)
            had = next(left, None)
        if had is None or had[0] > quote:
            yield quote, (None, signature)
            continue
        if had[1] != signature:
            yield quote, (had[1], signature)
        had = next(left, None)
    while had is not None:
        yield had[0], (had[1], None)
        had = next(left, None)


def delete_unused() -> None:
    """Delete segments that are not in use, with all their lists, a few in each turn.

    Whoever was making one begins anew some other time. Raises quotesdb.turns.Busy.
    """
    for segment in PostingSegment.objects.filter(first=None):
        start = segment.pk << BITS
        lists = PostingList.objects.filter(place__gte=start, place__lt=start + (1 << BITS))
        places = lists.order_by("place").values_list("place", flat=True)
        while some := list(places[:AT_ONCE]):
            with turns.taken():
                lists.filter(place__lte=some[-1]).delete()
        with turns.taken():
            segment.delete()
