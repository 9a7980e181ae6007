"""Which edition of the data somebody sees, so that an unchanged answer is not made again.

Each turn of a writer in which a row changed ends with another edition, in its own transaction: what
is read together with the mark of an edition, or after it, is at least as new as that edition.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Value
from django.db.models.functions import Greatest
from django.utils import timezone

from quotesdb import prepared
from quotesdb.models import Edition
from quotesdb.models.edition import make_mark

PRESENT = 1
"""The one row's id."""

SHORTEST = timedelta(microseconds=1)
"""As exactly as both databases keep a moment."""

MARK = f"(SELECT mark FROM {Edition._meta.db_table} WHERE id = {PRESENT})"  # noqa: S608
"""For reading the mark in the same statement as rows: NULL before the first act."""

WITH_MARK = f"SELECT {MARK}, found.* FROM (SELECT 1) AS one"  # noqa: S608


def present() -> str | None:
    """The mark of the present edition; None before the first act."""
    mark: str | None
    [(mark,)] = prepared.rows_of(f"SELECT {MARK}", [])
    return mark


def with_rows(rows: str, parameters: Sequence[Any]) -> tuple[str | None, list[tuple[Any, ...]]]:
    """The mark of the present edition, and what it has in answer to a query: one query.

    The last column of the rows is never null.
    """
    found = prepared.rows_of(f"{WITH_MARK} LEFT JOIN ({rows}) AS found ON TRUE", parameters)
    return found[0][0], [tuple(row) for _, *row in found if row[-1] is not None]


CHANGES = """SELECT CASE WHEN current_setting('track_counts') = 'on'
        THEN (SELECT SUM(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables)::text
        ELSE pg_current_xact_id_if_assigned()::text
    END
"""
"""What PostgreSQL counts of the transaction under way. Where it is told to count nothing: whether
the transaction wrote at all."""


def changes() -> Any:
    """What differs from before as soon as this connection has changed a row."""
    if connection.vendor == "sqlite":
        return connection.connection.total_changes
    with connection.cursor() as cursor:
        cursor.execute(CHANGES)
        [(counted,)] = cursor.fetchall()
    return counted


def next_moment() -> datetime:
    """Now, or just after the moment of the present edition, whichever is later.

    Asked by whoever has the turn to write, so that moments are in the order of commits, and no two
    turns that change anything have the same one, whatever the clock does.
    """
    now = timezone.now()
    last = Edition.objects.filter(pk=PRESENT).values_list("at", flat=True).first()
    return now if last is None else max(now, last + SHORTEST)


def move(at: datetime) -> None:
    """Let another edition begin. Runs inside the writer's transaction."""
    mark = make_mark()
    # A turn within a turn has a later moment than the one around it.
    latest = Greatest("at", Value(at))
    if not Edition.objects.filter(pk=PRESENT).update(mark=mark, at=latest):
        Edition.objects.create(pk=PRESENT, mark=mark, at=at)
