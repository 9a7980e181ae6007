"""How many rows are written at once. The only module that knows how the engines differ in that.

PostgreSQL takes them by COPY, SQLite by one statement for many rows; and each tells in its own way
which ids are free.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection, models

Values = tuple[Any, ...]


def free_ids(model: type[models.Model], many: int) -> range | list[int]:
    """Ids that no row has or ever had. Runs inside the caller's turn."""
    if many == 0:
        return []
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = (
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            )
            cursor.execute(sequence, [table, many])
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        return range(last + 1, last + 1 + many)


def load(model: type[models.Model], columns: Sequence[str], rows: Iterable[Values]) -> None:
    """Write rows of one model; `columns` are the fields' attributes, in the rows' order."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    named = ", ".join(connection.ops.quote_name(str(fields[it].column)) for it in columns)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
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


def moment_as_kept() -> Callable[[Any], Any]:
    """What turns a moment into what the driver takes; for days, that is their text on both."""
    return connection.ops.adapt_datetimefield_value
