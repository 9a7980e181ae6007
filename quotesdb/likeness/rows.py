"""What the row of a list holds: the quotes, and in a tagged segment by which features each has it.

As many lists as quotes are few rows, and so short that chance seldom points to one quote twice. But
each segment has its own: of ten of them, ten lists would be read for one feature, each as long as
the one list of a segment of all. So beside each quote of a tagged list stand eight more bits of the
feature, its tag, and of such a list only what has the tag is read: what is found does not depend on
how many segments there are.

An entry is a quote, told by how far it is from the first of its segment, below the tag. A row has
first all tags, a byte each, in ascending order, then the quotes, four bytes each. A tag with too
many quotes is closed, as a list is: it has one entry, which is no quote.
"""

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby

from quotesdb.models import PostingSegment

from . import postings

TAG_BITS, QUOTE_BITS, QUOTE_BYTES = 8, 32, 4
TAGS = 1 << TAG_BITS
NO_QUOTE = (1 << QUOTE_BITS) - 1
CLOSED_TAG = b"\xff" * QUOTE_BYTES
"""NO_QUOTE, as it is written: no quote is so far from the first of its segment."""


def tag_bits(segment: PostingSegment) -> int:
    return TAG_BITS if segment.tagged else 0


def told_bits(segment: PostingSegment) -> int:
    """So many bits of a feature are known of each posting."""
    return segment.bits + tag_bits(segment)


def packed(segment: PostingSegment, entries: Sequence[int]) -> bytes:
    """Ascending entries as they are written."""
    if not segment.tagged:
        return postings.packed(entries, 0)
    quotes = array("I", [entry & NO_QUOTE for entry in entries])
    if len(entries) > postings.MOST or NO_QUOTE in quotes:
        entries = [it for _, some in groupby(entries, _tag) for it in _closed_if_many([*some])]
        quotes = array("I", [entry & NO_QUOTE for entry in entries])
    return bytes(map(_tag, entries)) + _bytes_of(quotes)


def unpacked(segment: PostingSegment, written: bytes) -> list[int]:
    """The entries; none of a list that is closed."""
    if not segment.tagged:
        return list(postings.unpacked(written, 0))
    tags = written[: _many(written)]
    return [
        tag << QUOTE_BITS | quote
        for tag, quote in zip(tags, quotes_of(written[len(tags) :], 0), strict=True)
    ]


def with_tag(written: bytes, tag: int) -> bytes:
    """Of the quotes in a tagged list, those with the tag, as `quotes_of` takes them."""
    many = _many(written)
    start = bisect_left(written, tag, 0, many)
    end = bisect_right(written, tag, start, many)
    return written[many + QUOTE_BYTES * start : many + QUOTE_BYTES * end]


def counted(written: bytes) -> int:
    """How many quotes there are with a tag."""
    return len(written) // QUOTE_BYTES if written != CLOSED_TAG else postings.UNCOUNTED


def quotes_of(written: bytes, first: int) -> Sequence[int]:
    quotes = array("I", written)
    if sys.byteorder == "big":
        quotes.byteswap()
    return [first + quote for quote in quotes]


def is_right(segment: PostingSegment, written: bytes, right: bytes) -> bool:
    """Whether a row is what it should be; what is closed is never wrong."""
    if written == right or not segment.tagged:
        return written in (right, postings.CLOSED)
    entries, wanted = unpacked(segment, written), unpacked(segment, right)
    closed = {_tag(it) for it in entries if it & NO_QUOTE == NO_QUOTE}
    return [it for it in entries if _tag(it) not in closed] == [
        it for it in wanted if _tag(it) not in closed
    ]


def _many(written: bytes) -> int:
    return len(written) // (1 + QUOTE_BYTES)


def _tag(entry: int) -> int:
    return entry >> QUOTE_BITS


def _closed_if_many(entries: Sequence[int]) -> Iterable[int]:
    """The entries of one tag."""
    closed = entries[0] | NO_QUOTE
    return [closed] if len(entries) > postings.MOST or entries[-1] == closed else entries


def _bytes_of(quotes: "array[int]") -> bytes:
    if sys.byteorder == "big":
        quotes.byteswap()
    return quotes.tobytes()
