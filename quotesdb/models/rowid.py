"""Keys by which SQLite finds a row in one step."""

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class OneToOneRowid(models.OneToOneField):  # type: ignore[type-arg]
    """The id of another table's row as a table's own key; on SQLite the number of the row."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        # Only a key declared as `integer`, in this very word, is SQLite's rowid. Beside any other,
        # such as Django's `bigint`, it keeps a second b-tree that tells the rowid of each key.
        # Both have 64 bits.
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)
