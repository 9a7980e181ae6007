"""The bytes that deleted rows leave behind, which engines keep until they are overwritten.

The only module that knows how the two engines differ in that.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection

from quotesdb import likeness, search, turns


def erase_freed() -> Iterator[str]:
    """Write the database anew without them; tells what is being done.

    PostgreSQL locks each table in turn, SQLite lets nobody write. Not inside a transaction.
    """
    yield "what a killed import left in the index of likeness"
    likeness.delete_unused()
    yield "the index of words"
    with turns.taken():
        search.tidy_up()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in _tables():
                yield table
                cursor.execute(f"VACUUM (FULL, ANALYZE) {table}")
        else:
            yield "the file"
            cursor.execute("VACUUM")
            yield "what was written ahead"
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchall()


def _tables() -> list[str]:
    names = [model._meta.db_table for model in apps.get_app_config("quotesdb").get_models()]
    return sorted([*names, "django_admin_log"])
