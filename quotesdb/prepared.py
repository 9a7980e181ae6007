"""Asking with a statement that is the same for all who ask: the database takes it apart only once.

What differs between the engines is here: SQLite's driver keeps statements by their text, and
PostgreSQL keeps those that it was asked to prepare, with parameters that stay apart from the text.
"""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import count
from typing import Any

import psycopg
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from django.db.models import BigIntegerField, DateField
from django.db.models.expressions import Func, RawSQL, Value

from quotesdb.replicas import connected, connection

STATEMENTS = 512
"""How many texts are remembered as the driver wants them."""

MANY = 50
"""From so many values on they are one parameter."""


def rows_of(sql: str, parameters: Sequence[Any]) -> list[Any]:
    """One query, through Django's own wrappers, which time and count it and name its errors."""
    database = connected()
    if database.connection is None:
        database.ensure_connection()
    with database._prepare_cursor(CURSORS[database.vendor](database.connection)) as cursor:
        cursor.execute(sql, parameters)
        rows: list[Any] = cursor.fetchall()
    return rows


def in_list() -> str:
    """The SQL that gives one by one the numbers of which `as_list` makes one parameter."""
    return LISTS[connection.vendor][0]


def as_list(numbers: Iterable[int]) -> str:
    """Numbers as one parameter, so that a statement is the same however many there are."""
    return LISTS[connection.vendor][1] % ",".join(map(str, numbers))


def among(values: Collection[Any], kind: str = "bigint") -> Any:
    """What a lookup such as `pk__in` takes: a few values one by one, many as one parameter.

    Django and the driver go through every parameter; the plan is the same. `kind` is the type of
    the values to the database.
    """
    if len(values) < MANY:
        return list(values)
    sql, several = LISTS_OF_ANY[connection.vendor]
    return RawSQL(sql.format(kind=kind), [several(list(values))])  # noqa: S611


class Unseen(Func):
    """A day, or an id, that nobody looks at to plan a statement, so that one plan serves all.

    PostgreSQL plans anew for each that it sees, where it takes a plan for any to be dearer. That
    takes longer than to find the rows, where these are read in the order of an index.
    """

    template = "%(expressions)s"

    def __init__(self, value: date | int) -> None:
        of_day = isinstance(value, date)
        super().__init__(Value(value), output_field=DateField() if of_day else BigIntegerField())

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        kind = self.output_field.db_type(connection)
        template = f"(SELECT CAST(%(expressions)s AS {kind}))"
        return self.as_sql(compiler, connection, template=template, **context)


class SQLiteCursor(SQLiteCursorWrapper):
    @staticmethod
    @lru_cache(STATEMENTS)
    def _with_question_marks(sql: str) -> str:
        return sql.replace("%s", "?").replace("%%", "%")

    def convert_query(self, query: str, *, param_names: Any = None) -> str:
        return self._with_question_marks(query)


class PostgreSQLCursor(psycopg.RawCursor):
    def execute(self, query: Any, params: Any = None, **_: Any) -> Any:
        return super().execute(_numbered(query), params, prepare=True)

    def _send_query_prepared(self, name: bytes, pgq: Any, **options: Any) -> None:
        # Where Django finds what it logs; of prepared statements the driver tells nothing.
        self._query = pgq
        super()._send_query_prepared(name, pgq, **options)


@lru_cache(STATEMENTS)
def _numbered(sql: str) -> bytes:
    """The text as PostgreSQL itself has it, with numbers for the parameters."""
    places = count(1)
    pieces = sql.split("%s")
    numbered = "".join(f"{piece}${next(places)}" for piece in pieces[:-1]) + pieces[-1]
    return numbered.replace("%%", "%").encode()


LISTS = {
    "sqlite": ("SELECT value FROM json_each(%s)", "[%s]"),
    "postgresql": ("SELECT unnest(%s::bigint[])", "{%s}"),
}
LISTS_OF_ANY: dict[str, tuple[str, Callable[[list[Any]], Any]]] = {
    "sqlite": ("SELECT value FROM json_each(%s)", json.dumps),
    "postgresql": ("SELECT unnest(%s::{kind}[])", list),
}
CURSORS = {"sqlite": SQLiteCursor, "postgresql": PostgreSQLCursor}
