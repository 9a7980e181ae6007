"""Which tokens of two wordings belong together: kept, nearly kept, moved."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .alignment import Pair, in_common, nearly_in_common
from .excerpts import embedded
from .small_words import weight
from .tokens import Token

MOST_OCCURRENCES = 4
MOST_STRAY = 2
FAR = 3


@dataclass(frozen=True, slots=True)
class Pairing:
    """Places in two lists of tokens. `excerpt` tells that one side is kept whole."""

    kept: list[Pair]
    near: list[Pair] = field(default_factory=list)
    moved: list[Pair] = field(default_factory=list)
    excerpt: bool = False


def paired(one: Sequence[Token], other: Sequence[Token]) -> Pairing:
    if found := embedded(one, other):
        return Pairing(found, excerpt=True)
    if found := embedded(other, one):
        return Pairing([(place, here) for here, place in found], excerpt=True)
    kept = without_strays(words_in_common(one, other), one, other)
    near = [pair for hole in holes(kept, one, other) for pair in nearly(hole, one, other)]
    return Pairing(kept, near, displaced(one, other, [*kept, *near]))


def words_in_common(one: Sequence[Token], other: Sequence[Token]) -> list[Pair]:
    places = [place for place, token in enumerate(one) if token.is_word]
    other_places = [place for place, token in enumerate(other) if token.is_word]
    pairs = in_common(
        [one[place].key for place in places], [other[place].key for place in other_places]
    )
    return [(places[here], other_places[there]) for here, there in pairs]


Hole = tuple[int, int, int, int]


def holes(pairs: Sequence[Pair], one: Sequence[Token], other: Sequence[Token]) -> list[Hole]:
    """What lies before, between and after the pairs: start and end on both sides."""
    befores = [(-1, -1), *pairs]
    afters = [*pairs, (len(one), len(other))]
    return [
        (here + 1, end, there + 1, other_end)
        for (here, there), (end, other_end) in zip(befores, afters, strict=True)
    ]


def nearly(hole: Hole, one: Sequence[Token], other: Sequence[Token]) -> list[Pair]:
    start, end, other_start, other_end = hole
    pairs = nearly_in_common(
        [token.key if token.is_word else "" for token in one[start:end]],
        [token.key if token.is_word else "" for token in other[other_start:other_end]],
    )
    return [(start + here, other_start + there) for here, there in pairs]


def without_strays(
    pairs: Sequence[Pair], one: Sequence[Token], other: Sequence[Token]
) -> list[Pair]:
    """Without the small words that two other sentences share by chance, far from all else."""
    kept: list[Pair] = []
    gaps = [max(end - start, stop - begin) for start, end, begin, stop in holes(pairs, one, other)]
    start = 0
    for place in range(len(pairs)):
        if gaps[place + 1] or place + 1 == len(pairs):
            run = pairs[start : place + 1]
            far = min(gaps[start], gaps[place + 1]) >= FAR
            if not (far and len(run) <= MOST_STRAY and light(run, one)):
                kept.extend(run)
            start = place + 1
    return kept


def light(run: Sequence[Pair], tokens: Sequence[Token]) -> bool:
    return sum(weight(tokens[place].key) for place, _ in run) < 1


def displaced(one: Sequence[Token], other: Sequence[Token], taken: Sequence[Pair]) -> list[Pair]:
    """Runs of words that both have, but elsewhere: longest first at each place."""
    free = free_places(one, {place for place, _ in taken})
    other_free = free_places(other, {place for _, place in taken})
    where: dict[str, list[int]] = {}
    for place in free:
        where.setdefault(one[place].key, []).append(place)
    left, right = set(free), set(other_free)
    pairs: list[Pair] = []
    for there in other_free:
        starts = where.get(other[there].key, [])[:MOST_OCCURRENCES]
        found = max(
            (run(here, there, one, other, left, right) for here in starts), key=len, default=[]
        )
        if sum(weight(one[here].key) for here, _ in found) >= 1:
            pairs.extend(found)
            left -= {here for here, _ in found}
            right -= {place for _, place in found}
    return pairs


def free_places(tokens: Sequence[Token], taken: set[int]) -> list[int]:
    return [place for place, token in enumerate(tokens) if token.is_word and place not in taken]


def run(
    here: int,
    there: int,
    one: Sequence[Token],
    other: Sequence[Token],
    left: set[int],
    right: set[int],
) -> list[Pair]:
    """The pairs that follow from these two places on, all of them still free."""
    found: list[Pair] = []
    while here in left and there in right and one[here].key == other[there].key:
        found.append((here, there))
        here, there = here + 1, there + 1
    return found
