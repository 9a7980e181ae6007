"""How much two wordings share, in numbers from 0 to 1.

Every word weighs 1, a small word 0.25. `shared` is the weight of the words kept, with part of it
for those nearly kept and those moved; what stands in brackets counts only where it is shared.

- similarity = 2 * shared / (weight of the one + weight of the other)
- coverage = shared / weight of the lighter one
- core = 2 * shared / (2 * shared + weight of what differs inside): like similarity, but blind to
  what only one side has before the first or after the last shared word, and to what a reporter
  marked as left out or put in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from .operations import Op, Operation, Sides
from .small_words import weight
from .thresholds import MOVED_CREDIT, NEAR_CREDIT
from .tokens import Token


@dataclass(frozen=True, slots=True)
class Measures:
    """What two wordings share: `shared` in weight, the others as parts of 1."""

    shared: float
    similarity: float
    coverage: float
    core: float


def measured(sides: Sides, steps: Sequence[Operation]) -> Measures:
    pairing = sides.pairing
    shared = shared_weight(sides)
    one = whole(sides.tokens, {here for here, _ in pairing.kept})
    other = whole(sides.other_tokens, {there for _, there in pairing.kept})
    if not one and not other:
        return Measures(0.0, *[float(wordless_but_equal(sides, steps))] * 3)
    return Measures(
        shared,
        part(2 * shared, one + other),
        part(shared, min(one, other)),
        part(2 * shared, 2 * shared + differing(steps)),
    )


def wordless_but_equal(sides: Sides, steps: Sequence[Operation]) -> bool:
    kept = bool(steps) and all(step.op is Op.KEPT for step in steps)
    return kept or sides.text == sides.other_text


def part(some: float, all_of_it: float) -> float:
    """Rounded, so that the order of adding does not show."""
    return round(min(1.0, some / all_of_it), 6) if all_of_it else 0.0


def shared_weight(sides: Sides) -> float:
    pairing = sides.pairing
    credits = ((pairing.kept, 1.0), (pairing.near, NEAR_CREDIT), (pairing.moved, MOVED_CREDIT))
    return sum(
        credit * (weight(sides.tokens[here].key) + weight(sides.other_tokens[there].key)) / 2
        for pairs, credit in credits
        for here, there in pairs
    )


def whole(tokens: Sequence[Token], kept: set[int]) -> float:
    return sum(
        weight(token.key)
        for place, token in enumerate(tokens)
        if not token.is_gap or (token.is_word and place in kept)
    )


def differing(steps: Sequence[Operation]) -> float:
    """The weight of what differs inside the stretch that both share."""
    inside = [step for step in within(steps) if step.op is not Op.KEPT and not step.marked]
    return sum(
        (MOVED_CREDIT if step.op is Op.MOVED else 1.0)
        * sum(weight(token.key) for token in (*step.from_tokens, *step.to_tokens) if token.is_word)
        for step in inside
    )


def within(steps: Sequence[Operation]) -> Sequence[Operation]:
    """The steps without what only one side has at the beginning or at the end."""
    first = leading(steps)
    return steps[first : len(steps) - leading(steps[first:][::-1])]


def leading(steps: Sequence[Operation]) -> int:
    """How many steps come before the first shared word, if only one side has words there."""
    before = list(takewhile(lambda step: step.op in (Op.DROPPED, Op.ADDED), steps))
    return len(before) if len({step.op for step in before if not step.marked}) <= 1 else 0
