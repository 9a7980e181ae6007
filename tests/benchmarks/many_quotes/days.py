"""When things are said and published: more and more as the years go by."""

from datetime import date, timedelta
from functools import cache
from math import ceil, sqrt

FIRST = date(2000, 1, 1)
SPAN = (date(2026, 11, 1) - FIRST).days


@cache
def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def drawn(chance: float) -> int:
    """A day as a number; late ones are as much likelier as they are later."""
    return int(SPAN * sqrt(chance))


def published(place: int, of: int) -> int:
    """The day of the article at this place among all: they are numbered as they come out."""
    return int(SPAN * sqrt((place - 0.5) / of))


def article_of(on: float, of: int) -> int:
    """The place of the article that comes out on this day."""
    return min(of, max(1, ceil(of * (max(0.0, on) / SPAN) ** 2)))
