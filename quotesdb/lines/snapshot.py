"""One moment of the database, to read from for as long as it takes; and rows without models.

The only module that knows how the two engines differ in reading much.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import models, transaction

from quotesdb.replicas import connection


@contextmanager
def snapshot() -> Iterator[None]:
    """Whatever is read inside was so at one moment; writers are not kept waiting.

    Inside of a transaction it is that transaction's own view.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(using=connection.alias):
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with _reading():
            yield


@contextmanager
def _reading() -> Iterator[None]:
    """`transaction.atomic` would ask for the turn of a writer, which a reader does not need."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def rows(queryset: models.QuerySet[Any, Any]) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them: days and moments may be text."""
    sql, params = queryset.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())
