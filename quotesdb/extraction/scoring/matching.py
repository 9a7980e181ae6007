"""Which proposal is which marked quote: one to one, the largest overlap first."""

from collections.abc import Sequence

from quotesdb.extraction.scoring.rows import Row

TRIMMED = frozenset(" \t\r\n\u00a0\"“”„‟«»'‘’`,.;:")
ENOUGH = 0.8
"""Shared characters, as part of the longer of two spans, from which they are one."""

Range = tuple[int, int]


def trimmed(text: str, row: Row) -> Range:
    """The span without marks, blanks and stops at its ends."""
    start, end = row.start, row.end
    while start < end and text[start] in TRIMMED:
        start += 1
    while end > start and text[end - 1] in TRIMMED:
        end -= 1
    return start, end


def shared(one: Range, other: Range) -> float:
    overlap = min(one[1], other[1]) - max(one[0], other[0])
    longer = max(one[1] - one[0], other[1] - other[0], 1)
    return overlap / longer if overlap > 0 else 0.0


def matched(gold: Sequence[Range], found: Sequence[Range], *, exact: bool) -> dict[int, int]:
    """For the numbers of marked quotes, the numbers of the proposals that are they."""
    likely = sorted(
        (-shared(one, other), here, there)
        for here, one in enumerate(gold)
        for there, other in enumerate(found)
        if (one == other if exact else shared(one, other) >= ENOUGH)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, here, there in likely:
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)
    return pairs


def is_ignored(span: Range, ignored: Sequence[Range]) -> bool:
    """Half of it at least lies on ground that counts neither way."""
    length = span[1] - span[0]
    return any(
        max(0, min(span[1], other[1]) - max(span[0], other[0])) >= 0.5 * length for other in ignored
    )
