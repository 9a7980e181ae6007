"""What the history says of made rows: that an import brought them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from quotesdb.vocabulary import Door
from tests.benchmarks.many_quotes import engines
from tests.benchmarks.many_quotes.rows import Model, Row

WHY = "made for measuring"


def remember(model: Model, columns: Sequence[str], rows: Sequence[Row], at: datetime) -> None:
    """One row of history for each of these rows, where the model has history."""
    if not hasattr(model, "history"):
        return
    past = model.history.model._meta
    told: dict[str, Any] = {
        "history_date": past.get_field("history_date").get_db_prep_save(at, connection),
        "history_change_reason": WHY,
        "history_type": "+",
        "door": Door.IMPORT.value,
    }
    known = {field.column for field in past.concrete_fields}
    places = [place for place, column in enumerate(columns) if column in known]
    names = [columns[place] for place in places]
    constants = tuple(told.values())
    some = [tuple(row[place] for place in places) + constants for row in rows]
    engines.insert(past.db_table, [*names, *told], some)
