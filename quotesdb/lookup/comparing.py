"""How an item is like one held wording, if it is like enough to be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from quotesdb.likeness import Near
from quotesdb.lookup.items import Item
from quotesdb.lookup.thresholds import (
    CLOSE,
    CORE_OF_NOTHING,
    CORE_PER_WORD,
    COVERAGE_OF_NOTHING,
    COVERAGE_PER_WORD,
    FAR,
    LEAST_CORE,
    LEAST_COVERAGE,
    LEAST_EXCERPT,
    LEAST_HELD,
    LEAST_HELD_SIMILARITY,
    LEAST_SHARED,
    LEAST_VARIANT,
    NEARLY_ALL,
    NEARLY_NOTHING_ELSE,
)
from quotesdb.wording import Comparison, Kind, Op, compare
from quotesdb.wording.measures import Measures


class Grade(IntEnum):
    """From the surest; an item is what its best grade says."""

    SAME = 0
    PIECE = 1  # The item is a piece of the wording.
    VARIANT = 2
    HOLDS = 3  # The wording is a piece of the item.
    PARTLY = 4  # Something in common, and not enough by itself.


@dataclass(frozen=True, slots=True)
class Likeness:
    """A held wording beside an item; the operations lead from the wording to the item."""

    near: Near
    comparison: Comparison
    grade: Grade

    @property
    def rank(self) -> tuple[int, float, int, int]:
        """The likeliest is the least."""
        near = self.near
        return self.grade, -self.comparison.similarity, near.quote, near.appearance or 0


def likenesses(item: Item, near: Sequence[Near]) -> list[Likeness]:
    """One for each quote: the likeliest of its wordings; the likeliest quote first.

    Comparing is what costs. Where a near wording has all the words, farther ones are left alone.
    """
    best: dict[int, Likeness] = {}
    _compare(item, (it for it in near if it.similarity >= CLOSE), best)
    if all(one.grade > Grade.PIECE for one in best.values()):
        _compare(item, (it for it in near if CLOSE > it.similarity >= FAR), best)
    return sorted(best.values(), key=lambda one: one.rank)


def _compare(item: Item, near: Iterable[Near], best: dict[int, Likeness]) -> None:
    for wording in near:
        comparison = compare(wording.text, item.segments)
        one = Likeness(wording, comparison, grade_of(comparison))
        before = best.get(wording.quote)
        if before is None or one.rank < before.rank:
            best[wording.quote] = one


def grade_of(comparison: Comparison) -> Grade:
    measures = comparison.measures
    match comparison.kind:
        case Kind.EXACT | Kind.TYPOGRAPHIC:
            return Grade.SAME
        case Kind.EXCERPT if not adds_words(comparison):
            return Grade.PIECE if measures.shared >= LEAST_EXCERPT else Grade.PARTLY
        case Kind.EXCERPT:
            return Grade.HOLDS if is_held(measures) else Grade.PARTLY
        case Kind.EDITED | Kind.REWORDED if is_variant(measures):
            return Grade.VARIANT
    return Grade.PARTLY


def is_held(measures: Measures) -> bool:
    """Whether a wording within the item is more of it than a phrase in passing."""
    return measures.shared >= LEAST_HELD and measures.similarity >= LEAST_HELD_SIMILARITY


def adds_words(comparison: Comparison) -> bool:
    """Whether the item has words that the wording has not."""
    added = (step for step in comparison.operations if step.op is Op.ADDED)
    return any(token.is_word for step in added for token in step.to_tokens)


def is_variant(measures: Measures) -> bool:
    """Whether so much is shared that neither chance nor phrases in common use account for it."""
    shared, coverage, core = measures.shared, measures.coverage, measures.core
    if coverage >= NEARLY_ALL and core >= NEARLY_NOTHING_ELSE:
        return shared >= LEAST_SHARED
    return (
        shared >= LEAST_VARIANT
        and coverage >= max(LEAST_COVERAGE, COVERAGE_OF_NOTHING - COVERAGE_PER_WORD * shared)
        and core >= max(LEAST_CORE, CORE_OF_NOTHING - CORE_PER_WORD * shared)
    )
