"""In which quotes a feature is: ascending numbers, as the gaps between them, two bytes each.

A gap that does not fit is written as several of the longest, which stand for no quote themselves.
Too many quotes are no trace of any: then nothing is posted, now or later, and the list is closed.
"""

import sys
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from operator import sub

LONGEST_GAP = 0xFFFF
NO_QUOTE = b"\xff\xff"
MOST = 2_000
"""A list of more quotes is closed."""

UNCOUNTED = 4 * MOST
"""Of how many quotes a closed list is taken for."""

CLOSED = b""
"""A list without quotes is no row at all."""


def packed(quotes: Sequence[int], first: int) -> bytes:
    """Ascending numbers, none below `first`; CLOSED where they are too many."""
    if len(quotes) > MOST:
        return CLOSED
    gaps = list(map(sub, quotes, [first, *quotes]))
    if max(gaps, default=0) >= LONGEST_GAP:
        gaps = [part for gap in gaps for part in parts(gap)]
    written = array("H", gaps)
    if sys.byteorder == "big":
        written.byteswap()
    return written.tobytes()


def parts(gap: int) -> Iterable[int]:
    longest, rest = divmod(gap, LONGEST_GAP)
    return (*repeat(LONGEST_GAP, longest), rest)


def counted(written: bytes) -> int:
    """How many quotes there are, or a few more."""
    return len(written) // 2 if written != CLOSED else UNCOUNTED


def unpacked(written: bytes, first: int) -> Sequence[int]:
    gaps = array("H", written)
    if sys.byteorder == "big":
        gaps.byteswap()
    places = accumulate(gaps, initial=first)
    next(places)
    if NO_QUOTE in written:
        return [place for place, gap in zip(places, gaps, strict=True) if gap != LONGEST_GAP]
    return list(places)
