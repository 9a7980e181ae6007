"""How the words of a quote changed on the way: every printing beside the reference wording."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from quotesdb.provenance.facts import Appearance, Facts
from quotesdb.vocabulary import Form
from quotesdb.wording import Alert, Comparison, DirectWording, alert, compare

Segments = Mapping[int, Sequence[str]]
"""The printed words of each appearance, run by run."""


@dataclass(frozen=True, slots=True)
class Drifted:
    """One printing, and how it differs from the reference wording."""

    appearance: Appearance
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Drift:
    """All printings, nearest to the origin first, and which of them cannot both be right."""

    reference: str
    wordings: tuple[Drifted, ...]
    alerts: tuple[Alert, ...]


def drift(facts: Facts, segments: Segments) -> Drift:
    nearest = sorted(facts.appearances, key=lambda one: _distance(facts, one))
    compared = cache(lambda *wording: _compared(facts, *wording))
    return Drift(
        facts.reference,
        tuple(
            Drifted(one, compared(tuple(segments[one.id]), one.language, one.is_translation))
            for one in nearest
        ),
        tuple(alert(direct_wordings(nearest, segments))),
    )


def direct_wordings(appearances: Sequence[Appearance], segments: Segments) -> list[DirectWording]:
    """What the direct appearances print inside the marks."""
    return [
        DirectWording(str(one.id), tuple(segments[one.id]), one.language, one.is_translation)
        for one in appearances
        if one.form is Form.DIRECT
    ]


def _distance(facts: Facts, appearance: Appearance) -> tuple[bool, int, date, int]:
    """How far a printing is from whoever spoke: by hands, then by date, the undated last."""
    article = facts.articles[appearance.article]
    outlets = {hop.speaker.key for hop in appearance.chain if hop.speaker.is_outlet}
    foreign = outlets - {article.outlet.key if article.outlet else None}
    published = article.published_on or date.max
    return bool(foreign), len(appearance.chain), published, appearance.id


def _compared(
    facts: Facts, segments: Sequence[str], language: str, is_translation: bool
) -> Comparison:
    return compare(
        facts.reference,
        segments,
        a_language=_known(facts.language),
        b_language=_known(language),
        b_is_translation=is_translation,
    )


def _known(language: str) -> str:
    return "" if language == "und" else language
