"""What comes first of names that begin alike: whole names, then the speakers that are quoted most.

One small number tells both. It moves only when the number of quotes doubles or halves, so that
most quotes are recorded without touching it.
"""

LATER = 16
"""Added where a name is told from a later word on."""

LAST = LATER - 1

MOST_COUNTED = 1_000
"""Quotes of one speaker that are counted; who has as many has many."""


def place_of(quotes: int, *, later: bool) -> int:
    """The place of a name of a speaker with so many quotes: the lower, the sooner it is shown."""
    return LAST - min(quotes, MOST_COUNTED).bit_length() + (LATER if later else 0)


def is_later(place: int) -> bool:
    return place >= LATER


def rank_in(place: int) -> int:
    """The part of a place that follows from the number of quotes."""
    return place % LATER
