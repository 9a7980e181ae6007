"""Counts in PostgreSQL, in a table that is not logged: no write waits for the disk.

A crash of the server empties it, and replicas do not have it; both are well for counts.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from quotesdb import prepared
from quotesdb.replicas import PRIMARY, asking, health
from quotesdb.throttling.unreachable import Unreachable

MAKE = (
    "CREATE UNLOGGED TABLE quotesdb_counted "
    "(key bytea PRIMARY KEY, until bigint NOT NULL, count integer NOT NULL)",
    "CREATE INDEX quotesdb_counted_until ON quotesdb_counted (until)",
)
TAKE_AWAY = ("DROP TABLE quotesdb_counted",)

ADD_ONE = """
    INSERT INTO quotesdb_counted AS counted (key, until, count) VALUES (%s, %s, 1)
    ON CONFLICT (key) DO UPDATE SET count = counted.count + 1
    RETURNING count
"""
# Two that tidy at once pass each other by.
TIDY = """
    DELETE FROM quotesdb_counted WHERE key IN (
        SELECT key FROM quotesdb_counted WHERE until < extract(epoch FROM now())
        ORDER BY until LIMIT 100 FOR UPDATE SKIP LOCKED
    )
"""


def add_one(key: bytes, until: int) -> int:
    with _of_the_primary():
        [(count,)] = prepared.rows_of(ADD_ONE, [key, until])
        if count == 1:
            _run(TIDY)
    return int(count)


def remove(key: bytes) -> None:
    with _of_the_primary():
        _run("DELETE FROM quotesdb_counted WHERE key = %s", key)


@contextmanager
def _of_the_primary() -> Iterator[None]:
    """Counted is in one place, whatever is read from; while that is away, nobody waits for it.

    Raises Unreachable.
    """
    if not health.answers(PRIMARY):
        raise Unreachable("the primary does not answer")
    try:
        with asking(PRIMARY):
            yield
    except (DatabaseError, InterfaceError) as error:
        if isinstance(error, OperationalError):
            health.doubt(PRIMARY, error)
        raise Unreachable(str(error)) from error


def _run(sql: str, *parameters: bytes) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)
