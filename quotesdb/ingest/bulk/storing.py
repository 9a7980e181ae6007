"""New rows with their history: what of them goes into which table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from django.db import models
from simple_history.utils import get_history_manager_for_model

from quotesdb.loading import copy, load, moment_as_kept
from quotesdb.models import Curated
from quotesdb.models.history import Act, current_act
from quotesdb.vocabulary import Happened

Row = dict[str, Any]

ADDED = "+"
"""How django-simple-history calls a row that is new."""


@dataclass(frozen=True, slots=True)
class Table:
    """A model with its history: which columns a new row fills in, in either."""

    model: type[models.Model]
    history: type[models.Model]
    columns: tuple[str, ...]
    remembered: tuple[str, ...]


@cache
def table_of(model: type[models.Model]) -> Table:
    history = get_history_manager_for_model(model).model
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    kept = {field.attname for field in history._meta.concrete_fields}
    names = tuple(field.attname for field in fields)
    return Table(model, history, names, tuple(name for name in names if name in kept))


def insert(model: type[models.Model], rows: Sequence[Row]) -> None:
    """Write new rows, of which the ids are given, with their history. Runs inside an act."""
    if not rows:
        return
    table, act, kept = table_of(model), current_act(), moment_as_kept()
    if "updated_at" in table.columns:
        for row in rows:
            row["updated_at"] = kept(row["updated_at"])
    load(model, table.columns, map(itemgetter(*table.columns), rows))
    _remember(table, act, [row["id"] for row in rows])
    if issubclass(model, Curated):
        # Of those that come merged, it is told where they went.
        act.told.update(((model, row["id"]), _became(row)) for row in rows)


def _remember(table: Table, act: Act, numbers: Sequence[int]) -> None:
    """Of all rows at once, out of their own table: between their ids there are no others."""
    told: Row = {
        "history_date": moment_as_kept()(act.at),
        "history_change_reason": act.why,
        "history_type": ADDED,
        "history_user_id": act.by.pk if act.by else None,
        "door": act.door.value,
    }
    copy(table.model, table.history, table.remembered, told, (min(numbers), max(numbers)))


def _became(row: Row) -> Happened:
    return Happened.MERGED if row["merged_into_id"] else Happened.CREATED
