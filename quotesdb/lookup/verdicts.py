"""What the held wordings near an item say about it: one word, and the quotes that bear it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotesdb.lookup.comparing import Grade, Likeness
from quotesdb.lookup.items import Item
from quotesdb.lookup.splicing import Part, parts_of
from quotesdb.lookup.thresholds import LEAST_TOLD, NEARLY_WHOLE, TIE
from quotesdb.wording import Kind


class Verdict(StrEnum):
    """How words are found again; never whether anybody was right to print them."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    EXCERPT = "excerpt"
    VARIANT = "variant"
    SPLICED = "spliced"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict rests on `meant`; `others` are like the words too. The likeliest come first."""

    verdict: Verdict
    meant: tuple[Likeness, ...] = ()
    others: tuple[Likeness, ...] = ()
    parts: tuple[Part, ...] = ()


def judged(item: Item, near: Sequence[Likeness], by_speaker: frozenset[int]) -> Judged:
    """`near` with the likeliest first; `by_speaker` are the quotes of whom the text names."""
    enough = [one for one in near if one.grade is not Grade.PARTLY]
    if enough and enough[0].grade <= Grade.PIECE:
        return chosen(enough, by_speaker)
    if parts := parts_of(item, near):
        quotes = {part.likeness.near.quote: part.likeness for part in parts}
        return Judged(Verdict.SPLICED, tuple(quotes.values()), parts=parts)
    if enough:
        return chosen(enough, by_speaker)
    nearest = (one for one in near if one.comparison.similarity >= LEAST_TOLD)
    return Judged(Verdict.NOT_FOUND, others=tuple(nearest))


def chosen(enough: Sequence[Likeness], by_speaker: frozenset[int]) -> Judged:
    """Among quotes that are equally near, that of the speaker whom the text names is meant."""
    tied = [one for one in enough if is_tied(one, enough[0])]
    meant = [one for one in tied if one.near.quote in by_speaker]
    verdict = Verdict.AMBIGUOUS
    if len(tied) == 1 or len(meant) == 1:
        tied = tied if len(tied) == 1 else meant
        verdict = verdict_of(tied[0])
    return Judged(verdict, tuple(tied), tuple(one for one in enough if one not in tied))


def is_tied(one: Likeness, best: Likeness) -> bool:
    """Whether another quote is as near as the nearest; a small piece is as near to any whole."""
    if one.grade is not best.grade:
        return False
    nearest = best.comparison.similarity
    if one.grade is Grade.PIECE and nearest < NEARLY_WHOLE:
        return True
    return nearest - one.comparison.similarity <= TIE


def verdict_of(one: Likeness) -> Verdict:
    match one.grade:
        case Grade.SAME if one.comparison.kind is Kind.EXACT:
            return Verdict.EXACT
        case Grade.SAME:
            return Verdict.TYPOGRAPHIC
        case Grade.VARIANT:
            return Verdict.VARIANT
    return Verdict.EXCERPT
