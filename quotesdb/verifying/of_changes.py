"""Whether what followers are told is what became of the records."""

from collections.abc import Iterator
from typing import Any

from django.db import connection
from simple_history.utils import get_history_manager_for_model

from quotesdb import changes
from quotesdb.models import Change
from quotesdb.vocabulary import Happened

from .finding import FROM_A_BACKUP, Check, OnRows, Wrong, called

UNTOLD = "of what an act did to it at {at}, nobody was told"
STALE = "it was last told as {what}, of version {told}, and is of version {held}"
GONE = "it is gone, and was last told as {what}"
BACK = "it is told after a later act"

# What one act both made and deleted was never there, and is not told.
UNTOLD_ACTS = """
    SELECT id, history_date FROM {history} AS act
    WHERE history_date >= (SELECT MIN(at) FROM {changes})
        AND NOT EXISTS (
            SELECT 1 FROM {changes}
            WHERE number = act.id AND kind = '{kind}' AND at = act.history_date
        )
        AND NOT (
            EXISTS (SELECT 1 FROM {history} AS made WHERE made.id = act.id
                AND made.history_date = act.history_date AND made.history_type = '+')
            AND EXISTS (SELECT 1 FROM {history} AS gone WHERE gone.id = act.id
                AND gone.history_date = act.history_date AND gone.history_type = '-')
        )
    ORDER BY history_id
"""

STALE_ROWS = """
    SELECT row.id, last.what, last.version, row.version FROM {table} AS row
    JOIN {changes} AS last ON last.id = (
        SELECT MAX(id) FROM {changes} WHERE number = row.id AND kind = '{kind}'
    )
    WHERE last.version <> row.version OR last.what IN ({gone})
    ORDER BY row.id
"""

GONE_ROWS = """
    SELECT last.number, last.what FROM {changes} AS last
    WHERE last.kind = '{kind}' AND last.what NOT IN ({gone})
        AND NOT EXISTS (SELECT 1 FROM {table} AS row WHERE row.id = last.number)
        AND last.id = (
            SELECT MAX(id) FROM {changes} WHERE number = last.number AND kind = '{kind}'
        )
    ORDER BY last.id
"""

OUT_OF_ORDER = """
    SELECT id FROM (SELECT id, at, LAG(at) OVER (ORDER BY id) AS before FROM {changes}) AS told
    WHERE at < before
    ORDER BY id
"""


def told(on_rows: OnRows) -> Iterator[Wrong]:
    for model in changes.KINDS:
        for number, at in _asked(UNTOLD_ACTS, model):
            yield Wrong(called(model, number), UNTOLD.format(at=at))
        for number, what, told_of, held in _asked(STALE_ROWS, model):
            sentence = STALE.format(what=what, told=told_of, held=held)
            yield Wrong(called(model, number), sentence)
        for number, what in _asked(GONE_ROWS, model):
            yield Wrong(called(model, number), GONE.format(what=what))
    for (number,) in _asked(OUT_OF_ORDER, Change):
        yield Wrong(called(Change, number), BACK)


def _asked(statement: str, model: Any) -> Iterator[tuple[Any, ...]]:
    history = get_history_manager_for_model(model).model if model is not Change else Change
    words = {
        "table": model._meta.db_table,
        "history": history._meta.db_table,
        "changes": Change._meta.db_table,
        "kind": changes.KINDS.get(model, ""),
        "gone": ", ".join(f"'{what.value}'" for what in (Happened.DELETED, Happened.REDACTED)),
    }
    with connection.cursor() as cursor:
        cursor.execute(statement.format(**words))
        yield from cursor.fetchall()


CHANGE_CHECKS = (
    Check(
        "changes",
        "Followers are told of every act on a record, in the order of acts, and of what is gone.",
        FROM_A_BACKUP,
        told,
    ),
)
