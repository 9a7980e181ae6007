"""Long lists, cut into what one query may name."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")

LONGEST = 5_000
"""Names in one query; databases take only so many."""


def portions(items: Iterable[Item], size: int = LONGEST) -> Iterator[list[Item]]:
    """The items in lists that are short enough for a query."""
    left = iter(items)
    while some := list(islice(left, size)):
        yield some
