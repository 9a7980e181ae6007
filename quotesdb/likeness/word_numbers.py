"""Words as numbers of 23 bits: three bytes each, whatever the word.

Two words share a number so seldom that finding does not suffer. Where wordings are compared, the
lower bits are enough, and are taken for characters: a wording is then a string, and what compares
strings compares wordings. They are below all surrogates, so that two bytes are one character.
"""

from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from quotesdb.wording.keys import keys
from quotesdb.wording.small_words import SMALL_WORDS

LOW_BITS = 15
LOW = (1 << LOW_BITS) - 1


@lru_cache(maxsize=32_768)
def number(key: str) -> int:
    return crc32(key.encode()) & 0x7FFFFF


def numbers(text: str) -> list[int]:
    """The words of a text, made comparable, as numbers."""
    return list(map(number, keys(text)))


def as_characters(words: Iterable[int]) -> str:
    return "".join([chr(word & LOW) for word in words])


SMALL = frozenset(number(word) for word in SMALL_WORDS)
