"""Two wordings side by side: what kind of likeness, how much of it, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from . import thresholds
from .agreement import agreed
from .measures import Measures, measured
from .normalising import normalise_segments
from .operations import Op, Operation, Sides, operations
from .pairing import paired
from .tokens import Token

Wording = str | Sequence[str]
Side = tuple[str, Sequence[Token]]


class Kind(StrEnum):
    """How two wordings are alike, from the most to the least."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    EXCERPT = "excerpt"
    EDITED = "edited"
    REWORDED = "reworded"
    TRANSLATED = "translated"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`operations` lead from the first wording to the second."""

    kind: Kind
    measures: Measures
    operations: tuple[Operation, ...]

    @property
    def similarity(self) -> float:
        return self.measures.similarity


def compare(
    a: Wording,
    b: Wording,
    *,
    a_language: str = "",
    b_language: str = "",
    a_is_translation: bool = False,
    b_is_translation: bool = False,
    fold_accents: bool = True,
) -> Comparison:
    """Compare two wordings, each a text or its segments. A language not given is not known."""
    sides, steps = side_by_side(side(a, fold_accents), side(b, fold_accents))
    measures = measured(sides, steps)
    translated = a_is_translation or b_is_translation or languages_differ(a_language, b_language)
    kind = kind_by_words(sides, steps) or (
        Kind.TRANSLATED if translated else kind_by_measures(measures)
    )
    return Comparison(kind, measures, tuple(steps))


def side(wording: Wording, fold_accents: bool) -> Side:
    segments = [wording] if isinstance(wording, str) else wording
    normalised = normalise_segments(segments, fold_accents=fold_accents)
    return " ".join(segments), normalised.tokens


def side_by_side(a: Side, b: Side) -> tuple[Sides, list[Operation]]:
    """Always aligned in the same order, so that both directions give the same likeness."""
    (text, tokens), (other_text, other_tokens) = sorted((a, b), key=in_order)
    one = agreed(tokens, other_tokens, text)
    other = agreed(other_tokens, tokens, other_text)
    sides = Sides(text, other_text, one, other, paired(one, other))
    steps = operations(sides)
    return sides, steps if in_order(a) <= in_order(b) else [step.turned for step in steps]


def in_order(one: Side) -> tuple[list[str], str]:
    text, tokens = one
    return [token.key for token in tokens], text


def kind_by_words(sides: Sides, steps: Sequence[Operation]) -> Kind | None:
    if sides.text == sides.other_text:
        return Kind.EXACT
    if not steps:
        return None
    if all(step.op is Op.KEPT or says_nothing(step) for step in steps):
        return Kind.TYPOGRAPHIC
    return Kind.EXCERPT if sides.pairing.excerpt else None


def says_nothing(step: Operation) -> bool:
    """Only marks of a reporter, with none of the speaker's words on either side."""
    return step.marked and all(token.is_gap for token in (*step.from_tokens, *step.to_tokens))


def kind_by_measures(measures: Measures) -> Kind:
    if not measures.shared or measures.coverage < thresholds.LEAST_COVERAGE:
        return Kind.DIFFERENT
    if measures.core >= thresholds.EDITED_CORE:
        return Kind.EDITED
    return Kind.REWORDED if measures.core >= thresholds.REWORDED_CORE else Kind.DIFFERENT


def languages_differ(one: str, other: str) -> bool:
    """By the first subtag: en-GB and en-US are one language. One that is not known differs not."""
    first, second = (language.lower().replace("_", "-").split("-")[0] for language in (one, other))
    return bool(first and second) and first != second


def is_same_quote(a: Wording, b: Wording) -> bool:
    """Would an editor who knows nothing else take these for prints of the same words?

    Stricter than a kind other than "different": what is shared must also be enough to be told
    from a phrase that anybody might use, and the less it is, the more alike they must be.
    """
    comparison = compare(a, b)
    if comparison.kind in (Kind.EXACT, Kind.TYPOGRAPHIC):
        return True
    if comparison.kind is Kind.DIFFERENT or comparison.measures.shared < thresholds.LEAST_SHARED:
        return False
    return comparison.kind is Kind.EXCERPT or is_alike_enough(comparison.measures)


def is_alike_enough(measures: Measures) -> bool:
    core = thresholds.CORE_OF_NOTHING - thresholds.CORE_PER_WORD * measures.shared
    coverage = thresholds.COVERAGE_OF_NOTHING - thresholds.COVERAGE_PER_WORD * measures.shared
    return measures.core >= core and measures.coverage >= coverage
