"""How many rows are written at once. The only module that knows how the engines differ in that.

PostgreSQL takes them by COPY, SQLite by one statement for many rows; and each tells in its own way
which ids are free. No model instances are made: that takes ten times as long.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from django.db import connection, models, transaction

Values = tuple[Any, ...]

MOST_LOOKED_AT = 1_000
"""Rows of one index, for SQLite to tell how many are alike."""

FREE = """
    SELECT setval(it, nextval(it) + %s)
    FROM CAST(pg_get_serial_sequence(%s, 'id') AS regclass) AS it
"""
"""Takes all at once, which nobody else does meanwhile: only whoever has the turn takes ids."""

MUCH = 10
"""So many times as large a table is much larger."""

MUCH_GROWN = """
    SELECT relname FROM pg_class
    WHERE oid = ANY(CAST(%s AS regclass[]))
        AND pg_relation_size(oid) > CAST(current_setting('block_size') AS bigint) * CASE
            WHEN EXISTS (SELECT FROM pg_stats WHERE tablename = relname) THEN %s * relpages
            ELSE 0 END
"""
"""The tables that are much larger than PostgreSQL knows, or of which it knows nothing else: it
keeps how large a table was also where the act that it looked in is taken back.
"""


def free_ids(model: type[models.Model], many: int) -> range:
    """Ids that no row has or ever had. Runs inside the caller's turn."""
    if many == 0:
        return range(0)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FREE, [many - 1, table])
            last = cursor.fetchone()[0]
            return range(last + 1 - many, last + 1)
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        return range(last + 1, last + 1 + many)


def load(model: type[models.Model], columns: Sequence[str], rows: Iterable[Values]) -> None:
    """Write rows of one model, all or none; `columns` are the fields' attributes, in their order.

    Raises django.db.DatabaseError where the database refuses any.
    """
    left = iter(rows)
    first = next(left, None)
    if first is not None:
        _load(model, columns, chain([first], left))


def _load(model: type[models.Model], columns: Sequence[str], rows: Iterable[Values]) -> None:
    table, named = _table(model), ", ".join(_columns(model, columns))
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Django gives its own names to what goes wrong in statements, not to this.
            command = f"COPY {table} ({named}) FROM STDIN"
            with connection.wrap_database_errors, cursor.copy(command) as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            written: Any = rows
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", written)  # noqa: S608


def copy(
    source: type[models.Model],
    target: type[models.Model],
    columns: Sequence[str],
    beside: Mapping[str, Any],
    numbers: tuple[int, int],
) -> None:
    """Write these columns of the rows from the one id to the other into another table too.

    `beside` are columns of the target that are the same in all rows, as the driver takes them.
    """
    into = ", ".join(_columns(target, [*columns, *beside]))
    wanted = ", ".join([*_columns(source, columns), *(["%s"] * len(beside))])
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {_table(target)} ({into}) SELECT {wanted} FROM {_table(source)}"  # noqa: S608
            " WHERE id BETWEEN %s AND %s ORDER BY id",
            [*beside.values(), *numbers],
        )


def let_plan(written: Iterable[type[models.Model]]) -> None:
    """Let the database look at what has come, if that is much more than when it last looked.

    One that never looked takes an index by which all rows are alike for as good as any, and reads
    them all. SQLite looks at every table; PostgreSQL at those of these models, rather than in a
    minute or so by itself, and not at one that it is looking at. Runs inside the caller's turn.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {MOST_LOOKED_AT}")
            cursor.execute("PRAGMA optimize")
            return
        cursor.execute(MUCH_GROWN, [[it._meta.db_table for it in written], MUCH])
        if grown := [connection.ops.quote_name(table) for (table,) in cursor.fetchall()]:
            cursor.execute(f"ANALYZE (SKIP_LOCKED) {', '.join(grown)}")


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _columns(model: type[models.Model], names: Iterable[str]) -> list[str]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return [connection.ops.quote_name(str(fields[it].column)) for it in names]


def moment_as_kept() -> Callable[[Any], Any]:
    """What turns a moment into what the driver takes; for days, that is their text on both."""
    return connection.ops.adapt_datetimefield_value
