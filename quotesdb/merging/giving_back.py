"""The rows that came with a merge, back to the record that they named before."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from quotesdb.merging.handing_on import NOTHING_ELSE, Instead, put_back_else
from quotesdb.merging.places import BY_COLUMN, BY_NAME, Place
from quotesdb.merging.remembering import Spot
from quotesdb.merging.rewriting import AT_ONCE, Rewriting, fresh
from quotesdb.models import Article, Merge, Moved, Reliance
from quotesdb.portions import portions


@dataclass(frozen=True, slots=True)
class Way:
    """Where the rows may be now, which is any record further on, and where they go back to."""

    merge: Merge
    further: Sequence[int]
    came: Sequence[Merge]
    """The merges by which others had come into the loser: their rows go back there, too."""


def give_back(way: Way, rows: Rewriting) -> None:
    """Let all that came with the merge, or through its loser, name the loser again."""
    for merge in (way.merge, *way.came):
        for place in _places_of(merge):
            _give_back(way, merge, place, rows)
            _let_later_ones_give_back(way, merge, place)
        _bring_back(way, merge, rows)
    Moved.objects.filter(merge=way.merge).delete()


def _places_of(merge: Merge) -> list[Place]:
    names = merge.moved.order_by("place").values_list("place", flat=True).distinct()
    return [BY_NAME[name] for name in names]


def _give_back(way: Way, merge: Merge, place: Place, rows: Rewriting) -> None:
    """Only what is still on the way: whatever somebody gave to another since stays there."""
    told = Moved.objects.that_count().filter(merge=merge, place=place.name)
    kept = told.filter(values__isnull=True).order_by("row")
    for some in portions(kept.values_list("row", flat=True), AT_ONCE):
        still = place.model._base_manager.filter(
            pk__in=some, **{f"{place.column}__in": way.further}
        )
        if place.once_beside:
            still = still.exclude(models.Exists(_doubles(place, way.merge.loser)))
        numbers = list(still.order_by("pk").values_list("pk", flat=True))
        rows.change(fresh(place.model, numbers), {place.column: way.merge.loser})


def _let_later_ones_give_back(way: Way, merge: Merge, place: Place) -> None:
    """Where a later merge has set another value, what it will put back is the one before this."""
    here = Moved.objects.filter(merge=merge, place=place.name)
    for later in Merge.objects.in_force().filter(set_aside__in=here).order_by("pk").distinct():
        numbers = set(here.filter(set_aside_by=later).values_list("row", flat=True))
        put_back_else(later, _loser_instead(way, place, numbers))


def _loser_instead(way: Way, place: Place, numbers: Container[int]) -> Instead:
    def instead(spot: Spot, before: Any) -> Any:
        is_so = BY_COLUMN.get((spot.model, spot.column)) == place and spot.row in numbers
        return way.merge.loser if is_so and before in way.further else NOTHING_ELSE

    return instead


def _doubles(place: Place, record: int) -> models.QuerySet[Any]:
    beside = {place.once_beside: models.OuterRef(place.once_beside)}
    found: models.QuerySet[Any] = place.model._base_manager.filter(
        **{place.column: record}, **beside
    )
    return found


def _bring_back(way: Way, merge: Merge, rows: Rewriting) -> None:
    """Write again what gave way to a row that said the same, where there is still room for it."""
    gone = list(Moved.objects.filter(merge=merge).exclude(values__isnull=True).order_by("row"))
    said: dict[int, Any] = {it.pk: it.values for it in gone}
    articles = {it["article_id"] for it in said.values()}
    there = set(Article.objects.filter(pk__in=articles).values_list("pk", flat=True))
    relying = Reliance.objects.filter(outlet=way.merge.loser, article__in=articles)
    taken = set(relying.values_list("article", flat=True))
    back = [it for it in gone if said[it.pk]["article_id"] in there - taken]
    kept = {"outlet_id": way.merge.loser}
    rows.add([Reliance(pk=it.row, **(said[it.pk] | kept)) for it in back])
    Moved.objects.filter(pk__in=[it.pk for it in back]).update(values=None)
