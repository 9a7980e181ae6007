"""Whether a name is meant by what somebody typed, and where in the name that stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotesdb.naming.folding import Word
from quotesdb.naming.spelling import cost

WORST = 100.0


class Mark(NamedTuple):
    """Where in a name stands what was typed, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far a name is from what was typed, and by which of its words it is that: by number."""

    cost: float
    words: tuple[int, ...]


def likeness(typed: Sequence[str], name: Sequence[str]) -> Likeness | None:
    """Each typed word is some word of the name, or the beginning or misspelling of one.

    None where one of them is none. A word of the name stands for one typed word only.
    """
    total, taken = 0.0, []
    for word in typed:
        costs = [
            (found, place)
            for place, other in enumerate(name)
            if place not in taken and (found := cost(word, other)) is not None
        ]
        if not costs:
            return None
        found, place = min(costs)
        total += found
        taken.append(place)
    return Likeness(total, tuple(taken))


def marks(typed: Sequence[str], name: Sequence[Word], words: Sequence[int]) -> list[Mark]:
    """The letters of a name that were typed; of a misspelt word, the whole word."""
    found = []
    for text, place in zip(typed, words, strict=True):
        word = name[place]
        length = len(text) if word.text.startswith(text) else len(word.text)
        found.append(Mark(word.starts[0], word.ends[length - 1]))
    return sorted(found)
