"""Which edition of the data somebody sees, so that an unchanged answer is not made again.

Each turn of a writer in which a row changed ends with another edition, in its own transaction: what
is read together with the mark of an edition, or after it, is at least as new as that edition.
"""

from typing import Any

from django.db import connection

from quotesdb import prepared
from quotesdb.models import Edition
from quotesdb.models.edition import make_mark

PRESENT = 1
"""The one row's id."""

MARK = f"(SELECT mark FROM {Edition._meta.db_table} WHERE id = {PRESENT})"  # noqa: S608
"""For reading the mark in the same statement as rows: NULL before the first act."""


def present() -> str | None:
    """The mark of the present edition; None before the first act."""
    mark: str | None
    [(mark,)] = prepared.rows_of(f"SELECT {MARK}", [])
    return mark


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


def move() -> None:
    """Let another edition begin. Runs inside the writer's transaction."""
    mark = make_mark()
    if not Edition.objects.filter(pk=PRESENT).update(mark=mark):
        Edition.objects.create(pk=PRESENT, mark=mark)
