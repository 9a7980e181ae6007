"""Whether the database keeps what it promised: its file, foreign keys and constraints."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import CheckConstraint, Count, Q, UniqueConstraint

from .engines import damages, dangling
from .finding import AT_THE_DESK, FROM_A_BACKUP, Check, OnRows, Wrong, called

MISSING = "the database does not have it: it was taken away past the migrations"


def models_of_ours() -> list[Any]:
    return list(apps.get_app_config("quotesdb").get_models())


def file(on_rows: OnRows) -> Iterator[Wrong]:
    yield from (Wrong(where, sentence) for where, sentence in damages())


def foreign_keys(on_rows: OnRows) -> Iterator[Wrong]:
    for table, number, named in dangling():
        yield Wrong(f"{table} {number}", f"it names a row of {named} that is not there")


def constraints(on_rows: OnRows) -> Iterator[Wrong]:
    for model in models_of_ours():
        yield from _missing(model)
        for constraint in model._meta.constraints:
            sentence = f"{constraint.name}: {constraint.violation_error_message}"
            for number in _breaking(model, constraint):
                yield Wrong(called(model, number), sentence)
        for field in model._meta.concrete_fields:
            if field.unique and not field.primary_key:
                for number in _doubles(model, [field.name]):
                    yield Wrong(called(model, number), f"its {field.name} is another row's too")


def _missing(model: Any) -> Iterator[Wrong]:
    with connection.cursor() as cursor:
        held = connection.introspection.get_constraints(cursor, model._meta.db_table)
    for constraint in model._meta.constraints:
        if constraint.name not in held:
            yield Wrong(f"{model._meta.db_table}, {constraint.name}", MISSING)


def _breaking(model: Any, constraint: Any) -> Iterator[int]:
    match constraint:
        case CheckConstraint():
            # The condition in the very words in which the database was told it; unknown is not no.
            told: Any = constraint
            condition = told._get_check_sql(model, connection.schema_editor(collect_sql=True))
            yield from _ids(model, f"NOT ({condition})")
        case UniqueConstraint():
            yield from _doubles(model, constraint.fields, constraint.condition)


def _ids(model: Any, condition: str) -> Iterator[int]:
    table, key = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{key}" FROM "{table}" WHERE {condition}')  # noqa: S608
        yield from (number for (number,) in cursor.fetchall())


def _doubles(model: Any, fields: Sequence[str], condition: Q | None = None) -> Iterator[int]:
    """All but the first of the rows that are the same in these fields; unknown is not the same."""
    rows = model._base_manager.filter(condition or Q())
    for name in fields:
        rows = rows.filter(**{f"{name}__isnull": False})
    several = rows.order_by().values(*fields).annotate(many=Count("pk")).filter(many__gt=1)
    for row in several.iterator():
        alike = rows.filter(**{name: row[name] for name in fields}).order_by("pk")
        yield from alike.values_list("pk", flat=True)[1:]


DATABASE_CHECKS = (
    Check("file", "The database is not damaged.", FROM_A_BACKUP, file),
    Check("foreign-keys", "No row names one that is not there.", AT_THE_DESK, foreign_keys),
    Check("constraints", "All constraints are there, and hold.", AT_THE_DESK, constraints),
)
