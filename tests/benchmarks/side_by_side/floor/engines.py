"""How each engine is asked, with as little between the bytes and the database as there may be."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import psycopg

from tests.benchmarks.side_by_side.floor.dialects import Dialect, PostgreSQL, SQLite

Row = Sequence[bytes]


class Engine(Protocol):
    dialect: Dialect

    def rows(self, statement: str, given: Mapping[str, Any]) -> list[Row]: ...


class OnPostgreSQL:
    """Every statement is prepared when it is first asked, and never planned again."""

    def __init__(self, connection: psycopg.Connection):
        self.dialect: Dialect = PostgreSQL()
        self._connection = connection
        connection.prepare_threshold = 0
        connection.execute("set plan_cache_mode = force_generic_plan")

    def rows(self, statement: str, given: Mapping[str, Any]) -> list[Row]:
        with self._connection.cursor() as cursor:
            cursor.execute(statement, given)
            found = cursor.pgresult
            assert found is not None
            width = range(found.nfields)
            return [
                [found.get_value(row, column) or b"" for column in width]
                for row in range(found.ntuples)
            ]


class OnSQLite:
    """sqlite3 keeps its statements prepared by itself."""

    def __init__(self, connection: sqlite3.Connection):
        self.dialect: Dialect = SQLite()
        self._connection = connection

    def rows(self, statement: str, given: Mapping[str, Any]) -> list[Row]:
        found = self._connection.execute(statement, given)
        return [[str(value).encode() for value in row] for row in found]


def opened(address: str) -> Engine:
    """One connection to a `postgresql://` address, or to a SQLite file that is only read."""
    if "://" in address:
        return OnPostgreSQL(psycopg.connect(address, autocommit=True))
    read_only = f"file:{address}?mode=ro"
    connection = sqlite3.connect(read_only, uri=True, check_same_thread=False)
    connection.execute("pragma mmap_size = 4000000000")
    connection.execute("pragma cache_size = -100000")
    return OnSQLite(connection)
