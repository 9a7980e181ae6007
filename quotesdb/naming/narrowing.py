"""Lists narrowed to the records that were found by name, and how relevant each is."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Case, IntegerField, Model, QuerySet, Value, When

from quotesdb.naming.finding import Found

Rows = TypeVar("Rows", bound="QuerySet[Model]")

RELEVANCE = "relevance"
LEAST = 2_000_000_000
"""The relevance of what was not found by name."""


def narrowed(rows: Rows, found: Sequence[Found], speaker: str = "pk") -> Rows:
    """Those of `rows` of which `speaker`, a path, was found; with their relevance."""
    return relevant(
        rows.filter(**{f"{speaker}__in": [one.speaker for one in found]}), found, speaker
    )


def relevant(rows: Rows, found: Sequence[Found], speaker: str = "pk") -> Rows:
    """`rows` with `relevance`: the lower, the better what was typed fits."""
    by_score: dict[int, list[int]] = defaultdict(list)
    for one in found:
        by_score[one.score].append(one.speaker)
    cases = (
        When(**{f"{speaker}__in": speakers}, then=Value(score))
        for score, speakers in by_score.items()
    )
    return rows.annotate(relevance=Case(*cases, default=Value(LEAST), output_field=IntegerField()))
