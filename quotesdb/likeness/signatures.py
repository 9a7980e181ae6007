"""The wordings of one quote, as numbers of words, in a few bytes each.

First a byte: how many wordings, or 0 where all that follows is deflated. Then for each wording the
number of its words and the appearance that prints it (0: the reference); then, of all words, the
lower bits in two bytes each, as UTF-16 writes characters, and then the upper ones in one byte.
Counts are written seven bits a byte, the low ones first.
"""

import zlib
from collections.abc import Sequence
from operator import or_
from struct import unpack
from typing import NamedTuple

from .word_numbers import LOW_BITS, as_characters

DEFLATED = b"\0"
SMALL, RAW = 6, -15
LOWER_FIRST = "utf-16-le"
SHIFTED = tuple(high << LOW_BITS for high in range(256))
"""By byte: the upper bits of a word, where they belong."""

Printed = list[tuple[int | None, str]]
"""For each wording, the appearance that prints it first, and its words as characters."""


class Numbered(NamedTuple):
    """One wording: the appearance that prints it first, None for the reference, and its words."""

    appearance: int | None
    words: Sequence[int]


def packed(wordings: Sequence[Numbered]) -> bytes:
    """What `unpacked` takes; several wordings of one quote share most of their words."""
    head = bytearray(counted(len(wordings)))
    for it in wordings:
        head += counted(len(it.words)) + counted(it.appearance or 0)
    words = [word for it in wordings for word in it.words]
    upper = bytes([word >> LOW_BITS for word in words])
    plain = bytes(head) + as_characters(words).encode(LOWER_FIRST) + upper
    return plain if len(wordings) == 1 else DEFLATED + zlib.compress(plain, SMALL, RAW)


def unpacked(signature: bytes) -> list[Numbered]:
    head, lower, upper = parts(signature)
    words = list(map(or_, unpack(f"<{len(upper)}H", lower), map(SHIFTED.__getitem__, upper)))
    return [Numbered(appearance, words[start:end]) for appearance, start, end in head]


def compared(signature: bytes) -> Printed:
    """What is needed to compare wordings; quicker to have than their numbers."""
    head, written, _ = parts(signature)
    lower = written.decode(LOWER_FIRST)
    return [(appearance, lower[start:end]) for appearance, start, end in head]


def parts(signature: bytes) -> tuple[list[tuple[int | None, int, int]], bytes, bytes]:
    """Appearance, first and last word of each wording; the lower and the upper bits of words."""
    plain = signature
    if signature[:1] == DEFLATED:
        plain = zlib.decompress(signature[1:], RAW)
    many, place = count_at(plain, 0)
    head: list[tuple[int | None, int, int]] = []
    end = 0
    for _ in range(many):
        length, place = count_at(plain, place)
        appearance, place = count_at(plain, place)
        head.append((appearance or None, end, end + length))
        end += length
    upper = place + 2 * end
    return head, plain[place:upper], plain[upper:]


def counted(many: int) -> bytes:
    written = bytearray()
    while many > 127:
        written.append(many & 127 | 128)
        many >>= 7
    return bytes([*written, many])


def count_at(written: bytes, place: int) -> tuple[int, int]:
    """The count that is written there, and where the next one is."""
    many = shift = 0
    while (byte := written[place]) > 127:
        many |= (byte & 127) << shift
        shift += 7
        place += 1
    return many | byte << shift, place + 1
