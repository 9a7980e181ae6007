"""Finds the recorded words in the text of an article.

Places are counted in code points. Where words stand more than once, what tells is, in this
order: the record's own prefix and suffix, the order of the segments, and, for a quote inside
a quote, the outer appearance. What is still ambiguous is said, never guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quotesdb.records import AppearanceRecord, SegmentRecord

CONTEXT = 32
"""Characters of prefix and suffix."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """Where a segment stands, and what stands right before and after it."""

    start: int
    end: int
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Unlocated:
    """Why the segment with this number has no place in the text."""

    segment: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Location:
    """Either a span for every segment, or what is wrong with some of them."""

    spans: tuple[Span, ...] = ()
    unlocated: tuple[Unlocated, ...] = ()

    @property
    def extent(self) -> Range | None:
        """From the first word to the last, with all that stands between."""
        return (self.spans[0].start, self.spans[-1].end) if self.spans else None


def locate(body: str, segments: Sequence[SegmentRecord], within: Range | None = None) -> Location:
    """The segments in the order in which they are given, none overlapping another."""
    standing = [_occurrences(body, segment) for segment in segments]
    possible = _in_order(standing)
    if within and not _certain(possible):
        inner = _in_order([[it for it in ranges if _inside(it, within)] for ranges in standing])
        possible = inner if _certain(inner) else possible
    if _certain(possible):
        return Location(spans=tuple(_span(body, ranges[0]) for ranges in possible))
    return Location(unlocated=tuple(_reasons(body, segments, standing, possible)))


def locate_all(body: str, appearances: Sequence[AppearanceRecord]) -> dict[str, Location]:
    """Every appearance of one article by its key, the outer ones before those inside them."""
    located: dict[str, Location] = {}
    waiting = {appearance.key: appearance for appearance in appearances}
    while waiting:
        ready = [it for it in waiting.values() if it.nested_in not in waiting]
        # Only a loop of nesting leaves none ready. The writer refuses it; here it may not hang.
        for appearance in ready or list(waiting.values()):
            outer = located.get(appearance.nested_in or "", Location())
            located[appearance.key] = locate(body, appearance.segments, outer.extent)
            del waiting[appearance.key]
    return located


def _occurrences(body: str, segment: SegmentRecord) -> list[Range]:
    """Where the words stand between the prefix and the suffix that the record gives."""
    found = []
    start = body.find(segment.exact)
    while start >= 0:
        end = start + len(segment.exact)
        if body.endswith(segment.prefix, 0, start) and body.startswith(segment.suffix, end):
            found.append((start, end))
        start = body.find(segment.exact, start + 1)
    return found


def _in_order(standing: Sequence[Sequence[Range]]) -> list[list[Range]]:
    """For each segment the places that leave room for the ones before and after it."""
    after = _earliest_ends(standing)
    before = [-end for end in _earliest_ends([_mirrored(ranges) for ranges in standing[::-1]])]
    return [
        [(start, end) for start, end in ranges if earliest <= start and end <= latest]
        for ranges, earliest, latest in zip(standing, after, before[::-1], strict=True)
    ]


def _mirrored(ranges: Sequence[Range]) -> list[Range]:
    return [(-end, -start) for start, end in ranges]


def _earliest_ends(standing: Sequence[Sequence[Range]]) -> list[float]:
    """For each segment where, at the earliest, all segments before it have ended."""
    earliest = [float("-inf")]
    for ranges in standing:
        ends = [end for start, end in ranges if start >= earliest[-1]]
        earliest.append(min(ends, default=float("inf")))
    return earliest[:-1]


def _certain(possible: Sequence[Sequence[Range]]) -> bool:
    return all(len(ranges) == 1 for ranges in possible)


def _inside(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _span(body: str, place: Range) -> Span:
    start, end = place
    return Span(start, end, body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT])


def _reasons(
    body: str,
    segments: Sequence[SegmentRecord],
    standing: Sequence[Sequence[Range]],
    possible: Sequence[Sequence[Range]],
) -> list[Unlocated]:
    """What keeps segments from being found; that they cannot be in order only if all stand."""
    absent = [
        Unlocated(number, _absence(body, segment))
        for number, segment in enumerate(segments)
        if not standing[number]
    ]
    if absent:
        return absent
    if not all(possible):
        return [_disorder(standing)]
    return [
        Unlocated(
            number,
            f"these words stand {len(ranges)} times in the article; "
            "tell which by what stands right before or after them (prefix, suffix)",
        )
        for number, ranges in enumerate(possible)
        if len(ranges) > 1
    ]


def _absence(body: str, segment: SegmentRecord) -> str:
    if segment.exact in body:
        return "these words stand in the article, but not between this prefix and suffix"
    return "these words do not stand in the article, letter by letter"


def _disorder(standing: Sequence[Sequence[Range]]) -> Unlocated:
    """The first segment that does not stand after the ones before it."""
    number = next(
        number
        for number, (ranges, earliest) in enumerate(
            zip(standing, _earliest_ends(standing), strict=True)
        )
        if all(start < earliest for start, _ in ranges)
    )
    return Unlocated(
        number, "these words do not stand after the segment before them; segments come in order"
    )
