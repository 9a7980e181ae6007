"""As few as will do: to each one of those that it may hang on, so that many hang on the same."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import TypeVar

Option = TypeVar("Option", bound=str)


def shared_out(options: Mapping[int, Sequence[Option]]) -> dict[int, Option]:
    """The first of its options that somebody cannot do without; else the one that most hang on."""
    needed = {it[0] for it in options.values() if len(it) == 1}
    found = {
        one: next(it for it in its if it in needed)
        for one, its in options.items()
        if not needed.isdisjoint(its)
    }
    return found | _by_number({one: its for one, its in options.items() if one not in found})


def _by_number(options: Mapping[int, Sequence[Option]]) -> dict[int, Option]:
    """The option of most first, then of those that are left; between equals the name decides."""
    hanging: dict[Option, set[int]] = defaultdict(set)
    for one, its in options.items():
        for option in its:
            hanging[option].add(one)
    waiting = [(-len(ones), option) for option, ones in hanging.items()]
    heapify(waiting)
    found: dict[int, Option] = {}
    while waiting:
        number, option = heappop(waiting)
        left = hanging[option].difference(found)
        if len(left) == -number:
            found.update(dict.fromkeys(left, option))
        elif left:
            heappush(waiting, (-len(left), option))
    return found
