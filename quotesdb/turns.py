"""Writers take turns: from the first look of an act to its commit, nobody else writes.

SQLite lets one writer in at a time by itself; PostgreSQL is asked to do the same, with a lock that
ends with the transaction. Readers wait for nobody. So an act that looks, decides and writes need
not fear that what it saw has changed since, and what follows from many rows follows from all.
A turn that changed a row ends with another edition of the data (`quotesdb.editions`).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from time import perf_counter

import psycopg
from django.conf import settings
from django.db import OperationalError, connection, transaction

from quotesdb import editions, measures

WRITERS = 7_164_238_519
"""The number of the lock, which no other program on the database server should use."""


class Busy(Exception):
    """Somebody else wrote for too long, and nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            "Somebody else, or an import, is writing at this moment and was not done within "
            f"{settings.LONGEST_WAIT} seconds. Nothing was saved: try again in a minute."
        )


@contextmanager
def taken() -> Iterator[datetime]:
    """One transaction in which nobody else writes; gives its moment, which no other turn has.

    Raises Busy where somebody else writes for too long.
    """
    began = perf_counter()
    with noticing(), transaction.atomic():
        _wait()
        measures.waited(perf_counter() - began)
        moment, before = editions.next_moment(), editions.changes()
        yield moment
        if not transaction.get_rollback() and editions.changes() != before:
            editions.move(moment)


@contextmanager
def noticing() -> Iterator[None]:
    """Call a wait in vain by its name, which is Busy, whichever database waited."""
    try:
        yield
    except OperationalError as error:
        if not _was_in_vain(error):
            raise
        measures.refused_as_busy()
        raise Busy from error


@contextmanager
def not_waiting() -> Iterator[None]:
    """For a small write that is not worth a wait: it is made at once, or Busy is raised."""
    if connection.vendor != "sqlite":
        yield
        return
    with noticing(), connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {settings.LONGEST_WAIT * 1000}")


def _wait() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{settings.LONGEST_WAIT}s'")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])


def _was_in_vain(error: OperationalError) -> bool:
    match error.__cause__:
        case psycopg.errors.LockNotAvailable():
            return True
        case sqlite3.OperationalError() as cause:
            return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
    return False
