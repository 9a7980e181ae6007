"""Whether history tells of all that was written, and of nothing else.

Rows of history are in the order of their ids: writers take turns, so that is the order in which
they were written.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Max
from simple_history.utils import get_history_manager_for_model

from quotesdb.models import Curated
from quotesdb.vocabulary import Door

from .engines import differs
from .finding import AT_THE_DESK, Check, OnRows, Wrong, called

AT_ONCE = 20_000
"""Rows of which the history is asked for at one time."""

NONE = "it has no history: it was written past the writers"
GONE = "its history says that it was deleted"
OTHER = "it differs from the last of its history in {columns}"
STILL = "it is gone, and its history does not say so"
BACK = "its version went from {before} to {after}"
SAME = "its version stayed {after} in another act: what one of them wrote may be lost"

LAST = """
    SELECT row.id, held.history_id, held.history_type, {differing}
    FROM {table} AS row
    LEFT JOIN {history} AS held ON held.history_id = (
        SELECT history_id FROM {history} WHERE id = row.id ORDER BY history_id DESC LIMIT 1
    )
    WHERE row.id > %s AND row.id <= %s
        AND (held.history_id IS NULL OR held.history_type = '-' OR {anything})
"""

GONE_ROWS = """
    SELECT held.id FROM {history} AS held
    WHERE held.history_type <> '-'
        AND NOT EXISTS (SELECT 1 FROM {table} AS row WHERE row.id = held.id)
        AND NOT EXISTS (
            SELECT 1 FROM {history} AS later
            WHERE later.id = held.id AND later.history_id > held.history_id
        )
"""

STEPS = """
    SELECT id, before, version FROM (
        SELECT id, version, door, history_date, history_type,
            LAG(version) OVER acts AS before, LAG(history_date) OVER acts AS moment_before
        FROM {history}
        WINDOW acts AS (PARTITION BY id ORDER BY history_id)
    ) AS steps
    WHERE version < before
        OR version = before AND history_date <> moment_before AND door <> '{door}'
            AND history_type <> '-'
    ORDER BY id
"""


def remembered_models() -> list[Any]:
    """The models whose rows have a history."""
    return [it for it in apps.get_app_config("quotesdb").get_models() if hasattr(it, "history")]


def history(on_rows: OnRows) -> Iterator[Wrong]:
    for model in remembered_models():
        yield from _unlike_the_last(model, on_rows)
        yield from (Wrong(called(model, it), STILL) for (it,) in _asked(GONE_ROWS, model))


def versions(on_rows: OnRows) -> Iterator[Wrong]:
    for model in remembered_models():
        if issubclass(model, Curated):
            for number, before, after in _asked(STEPS, model, door=Door.IMPORT.value):
                sentence = SAME if before == after else BACK
                yield Wrong(called(model, number), sentence.format(before=before, after=after))


def _unlike_the_last(model: Any, on_rows: OnRows) -> Iterator[Wrong]:
    names = _columns(model)
    differing = [f'(row."{name}" {differs()} held."{name}")' for name in names]
    statement = LAST.format(
        differing=", ".join(differing), anything=" OR ".join(differing), **_tables(model)
    )
    for first, last in _ranges(model):
        with connection.cursor() as cursor:
            cursor.execute(statement, [first, last])
            for number, is_told, what, *differs_in in cursor.fetchall():
                columns = [name for name, it in zip(names, differs_in, strict=True) if it]
                yield Wrong(called(model, number), _sentence(is_told, what, columns))
        on_rows(last - first)


def _sentence(told: int | None, what: str | None, columns: list[str]) -> str:
    if told is None:
        return NONE
    return GONE if what == "-" else OTHER.format(columns=", ".join(columns))


def _columns(model: Any) -> list[str]:
    """What of a row its history keeps, but the id."""
    own = {field.column for field in model._meta.concrete_fields}
    kept = get_history_manager_for_model(model).model._meta.concrete_fields
    return [field.column for field in kept if field.column in own and field.column != "id"]


def _ranges(model: Any) -> Iterator[tuple[int, int]]:
    """Ranges of ids, each from behind its first number to its last."""
    highest = model._base_manager.aggregate(it=Max("pk"))["it"] or 0
    for first in range(0, highest, AT_ONCE):
        yield first, min(first + AT_ONCE, highest)


def _tables(model: Any) -> dict[str, str]:
    history = get_history_manager_for_model(model).model
    return {"table": model._meta.db_table, "history": history._meta.db_table}


def _asked(statement: str, model: Any, **words: str) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.format(**_tables(model), **words))
        yield from cursor.fetchall()


HISTORY_CHECKS = (
    Check(
        "history",
        "Every curated row is as its history last tells, and what is gone is told as gone.",
        AT_THE_DESK,
        history,
    ),
    Check(
        "versions",
        "A version never goes back, and goes on with every act that is no import.",
        AT_THE_DESK,
        versions,
    ),
)
