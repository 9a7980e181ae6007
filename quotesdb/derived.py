"""The columns that follow from others, and are set by the same write that moves those."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Min, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from quotesdb.models import Alias, Appearance, Article, Quote
from quotesdb.models.speaker import slug_of


def prepare(record: Any, parts: dict[str, Sequence[Any]]) -> None:
    """Fill in what follows from the record's own fields and parts, before it is checked."""
    match record:
        case Appearance() if "segments" in parts:
            in_order = sorted(parts["segments"], key=lambda segment: segment.position)
            record.wording = " ".join(segment.exact for segment in in_order)
    for alias in parts.get("aliases", ()):
        fill_alias(alias)


def fill_alias(alias: Alias) -> None:
    alias.slug = slug_of(alias.name)


def refresh(record: Any, before: Any) -> None:
    """Set what follows in other rows, once the record is written."""
    match record:
        case Quote():
            refresh_sort_dates([record.pk])
        case Appearance():
            refresh_sort_dates({row.quote_id for row in (record, before) if row is not None})
        case Article() if before is not None and before.published_on != record.published_on:
            refresh_sort_dates(record.appearances.values_list("quote_id", flat=True))


def refresh_sort_dates(quotes: Any) -> None:
    """Said from, else the earliest publication, else 0001-01-01."""
    earliest = (
        Appearance.objects.standing()
        .filter(quote=OuterRef("pk"))
        .order_by()
        .values("quote")
        .annotate(first=Min("article__published_on"))
        .values("first")
    )
    Quote.objects.filter(pk__in=list(quotes)).update(
        sort_date=Coalesce(F("said_from"), Subquery(earliest), Value(date.min))
    )
