"""Counts beside the embedded database, in a SQLite file of their own.

In the main file a count would wait for whoever writes there; here nobody writes for longer than a
count takes. What is in it may be lost: nothing is synced to the disk.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import local

from django.conf import settings

from quotesdb.throttling.unreachable import Unreachable

NAME = "counts.sqlite3"
SECONDS = 5.0
"""The longest wait for another process that counts."""

MAKE = """
    CREATE TABLE IF NOT EXISTS counted (
        key BLOB PRIMARY KEY, until INTEGER NOT NULL, count INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS counted_until ON counted (until);
"""
ADD_ONE = """
    INSERT INTO counted (key, until, count) VALUES (?, ?, 1)
    ON CONFLICT (key) DO UPDATE SET count = count + 1
    RETURNING count
"""
TIDY = "DELETE FROM counted WHERE until < unixepoch()"

opened = local()


def add_one(key: bytes, until: int) -> int:
    with _connection() as connection:
        [(count,)] = connection.execute(ADD_ONE, [key, until]).fetchall()
        if count == 1:
            connection.execute(TIDY)
    return int(count)


def remove(key: bytes) -> None:
    with _connection() as connection:
        connection.execute("DELETE FROM counted WHERE key = ?", [key])


@contextmanager
def _connection() -> Iterator[sqlite3.Connection]:
    """This thread's own; a process that was forked from another opens a new one."""
    place = (Path(settings.VAR_DIR) / NAME, os.getpid())
    try:
        if getattr(opened, "place", None) != place:
            opened.connection, opened.place = _open(place[0]), place
        yield opened.connection
    except sqlite3.Error as error:
        raise Unreachable(f"{place[0]}: {error}") from error


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=SECONDS, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(MAKE)
    return connection
