"""What a merge would move, or a split could, told for people: how much, and the first few."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from quotesdb.merging.places import Place
from quotesdb.merging.plan import Plan
from quotesdb.models import Appearance, Hop, Outlet, Reliance

FIRST = 5

RELATED: Mapping[str, tuple[str, ...]] = {
    "hop": ("appearance",),
    "reliance": ("article",),
    "appearance": ("article",),
    "correction": ("quote", "appearance", "article"),
    "candidate": ("text__article",),
}
"""What is shown of a row that is not in the row itself."""


@dataclass(frozen=True, slots=True)
class Moving:
    """Rows of one place: how many would move, how many would stay, and the first that move."""

    place: str
    called: str
    count: int
    staying: int
    first: tuple[tuple[int, str], ...]
    """Their ids, and what people call them."""


def movings(plan: Plan) -> list[Moving]:
    """What would move with either; of an outlet, what names its speaker as well.

    Three queries a place. What two quotes have in common is told as choices.
    """
    return [moving for part in told_with(plan) for moving in _of(part)]


def told_with(plan: Plan) -> list[Plan]:
    """The plan, and that of the speaker that an outlet is."""
    return [plan, *plan.parts] if isinstance(plan.loser, Outlet) else [plan]


def _of(plan: Plan) -> Iterator[Moving]:
    for move in plan.moves():
        place = move.place
        first = tuple((row.pk, called(row)) for row in shown(place, move.rows)[:FIRST])
        staying = move.staying.order_by().count() if place.once_beside else 0
        count = move.rows.order_by().count()
        yield Moving(place.name, place.called, count, staying, first)


def shown(place: Place, rows: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Rows with all that is shown of them."""
    return rows.select_related(*RELATED.get(str(place.model._meta.model_name), ()))


def called(row: models.Model) -> str:
    """What people call a row, in one line."""
    match row:
        case Hop():
            return f"{row.attributed_as or 'hop ' + str(row.position)} – {row.appearance}"
        case Reliance():
            return str(row.article)
        case Appearance():
            return f"{row} – {row.article}"
    return str(row)
