"""The columns that follow from others, and are set by the same write that moves those."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import F, Min, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from quotesdb.facts import facts_of, quotes_touched_by
from quotesdb.models import Alias, Appearance, Article, Quote
from quotesdb.models.quote import COUNTS
from quotesdb.models.speaker import slug_of
from quotesdb.provenance.origins import counts

Counts = tuple[int, ...]
"""Printings, declared origins, inferred origins."""


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
    """Set what follows in other rows, once the record is written with its parts."""
    match record:
        case Quote():
            touched = {record.pk}
        case Appearance():
            touched = {row.quote_id for row in (record, before) if row is not None}
        case Article():
            touched = quotes_touched_by(record.pk)
        case _:
            return
    refresh_sort_dates(touched)
    recount(touched)


def recount(quotes: Iterable[int]) -> list[tuple[str, Counts, Counts]]:
    """Count anew how often these quotes are printed, and how many origins they have.

    Gives the key, the old and the new counts of those that were wrong. The quotes are locked first,
    so that of two who print one quote at once, the second counts both.
    """
    locked = Quote.objects.select_for_update().filter(pk__in=list(quotes)).order_by("pk")
    wrong: list[tuple[str, Counts, Counts]] = []
    for number, key, *held in locked.values_list("pk", "key", *COUNTS):
        facts = facts_of(number)
        found = (len(facts.appearances), *counts(facts))
        if found != tuple(held):
            Quote.objects.filter(pk=number).update(**dict(zip(COUNTS, found, strict=True)))
            wrong.append((key, tuple(held), found))
    return wrong


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
