"""What differs between the engines when many rows are loaded."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.management.color import no_style
from django.db import connection

Row = tuple[Any, ...]


def insert(table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """COPY on PostgreSQL, one prepared statement on SQLite."""
    names = ", ".join(f'"{column}"' for column in columns)
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        _copy(f'COPY "{table}" ({names}) FROM STDIN', rows)
    else:
        places = ", ".join("?" * len(columns))
        _execute_many(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)


def _copy(statement: str, rows: Sequence[Row]) -> None:
    assert connection.connection is not None
    with connection.connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _execute_many(statement: str, rows: Sequence[Row]) -> None:
    days = [place for place, value in enumerate(rows[0]) if _may_be_a_day(rows, place)]
    assert isinstance(connection.connection, sqlite3.Connection)
    connection.connection.executemany(statement, (_written(row, days) for row in rows))


def _may_be_a_day(rows: Sequence[Row], place: int) -> bool:
    return any(isinstance(row[place], date) for row in rows)


def _written(row: Row, days: Sequence[int]) -> Sequence[Any]:
    """SQLite keeps days as text."""
    values = list(row)
    for place in days:
        if values[place] is not None:
            values[place] = values[place].isoformat()
    return values


@contextmanager
def in_haste() -> Iterator[None]:
    """Nothing is kept safe on disk meanwhile, and no reference is checked."""
    for statement in _statements(hasty=True):
        _execute(statement)
    try:
        yield
    finally:
        for statement in _statements(hasty=False):
            _execute(statement)


def _statements(*, hasty: bool) -> list[str]:
    if connection.vendor == "postgresql":
        return [f"SET session_replication_role = {'replica' if hasty else 'origin'}"]
    return [
        f"PRAGMA foreign_keys = {'OFF' if hasty else 'ON'}",
        f"PRAGMA synchronous = {'OFF' if hasty else 'NORMAL'}",
        f"PRAGMA cache_size = {-262_144 if hasty else -2_000}",
    ]


def finish(models: Sequence[Any]) -> None:
    """Let new rows get new numbers, and the planner know what there is."""
    for statement in connection.ops.sequence_reset_sql(no_style(), models):
        _execute(statement)
    if connection.vendor == "postgresql":
        _execute("VACUUM ANALYZE")
    else:
        _execute("ANALYZE")
        _execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
