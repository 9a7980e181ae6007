"""Counts in PostgreSQL, in a table that is not logged: no write waits for the disk.

A crash of the server empties it, and replicas do not have it; both are well for counts.
"""

from django.db import DatabaseError, InterfaceError, connection

from quotesdb import prepared
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
    try:
        [(count,)] = prepared.rows_of(ADD_ONE, [key, until])
        if count == 1:
            _run(TIDY)
    except (DatabaseError, InterfaceError) as error:
        raise Unreachable(str(error)) from error
    return int(count)


def remove(key: bytes) -> None:
    try:
        _run("DELETE FROM quotesdb_counted WHERE key = %s", key)
    except (DatabaseError, InterfaceError) as error:
        raise Unreachable(str(error)) from error


def _run(sql: str, *parameters: bytes) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters or None)
