"""What differs between the engines in asking whether a database is sound. The only such module."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Exists, ForeignKey, OuterRef

DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}
"""The operator for what is not the same, where unknown is the same as unknown."""

NOT_VALID = """
    SELECT conrelid::regclass::text, conname, 'the constraint was never checked'
        FROM pg_constraint WHERE NOT convalidated AND connamespace = current_schema()::regnamespace
    UNION ALL
    SELECT indrelid::regclass::text, indexrelid::regclass::text, 'the index is not valid'
        FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
        WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace
"""


def differs() -> str:
    return DIFFERS[connection.vendor]


def damages() -> Iterator[tuple[str, str]]:
    """Where the database itself is damaged, and how."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(NOT_VALID)
            yield from ((f"{table}, {name}", told) for table, name, told in cursor.fetchall())
        else:
            cursor.execute("PRAGMA integrity_check")
            yield from (("the file", told) for (told,) in cursor.fetchall() if told != "ok")


def dangling() -> Iterator[tuple[str, Any, str]]:
    """Rows that name one that is not there: the table, the row, and the table it names."""
    if connection.vendor == "postgresql":
        yield from _dangling()
        return
    with connection.cursor() as cursor:
        yield from (row[:3] for row in cursor.execute("PRAGMA foreign_key_check"))


def _dangling() -> Iterator[tuple[str, Any, str]]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and getattr(field, "db_constraint", True):
                named: Any = field.target_field.model
                there = named._base_manager.filter(pk=OuterRef(field.attname))
                rows = model._base_manager.exclude(**{field.attname: None}).exclude(Exists(there))
                for number in rows.order_by().values_list("pk", flat=True).iterator():
                    yield model._meta.db_table, number, named._meta.db_table
