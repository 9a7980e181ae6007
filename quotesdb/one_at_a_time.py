"""What only one may be at, of all threads, processes and machines; the others are sent away.

Unlike a turn (`quotesdb.turns`) it is held while somebody reads, fetches or thinks, keeps nobody
else from writing, and is never waited for. Whoever is killed lets go of it. On PostgreSQL it is a
lock in the database. SQLite has none that would let others write, and all who use it are on one
machine: there it is a lock on a file.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from django.conf import settings
from django.db import connection, transaction

LOCKS = 716_423_852
"""Tells our locks on PostgreSQL from those of other programs on the database server."""

FOLDER = "at-it"
FILES = 3
"""Digits of a file's name: two things that share a file are now and then taken for one."""


class Held(Exception):
    """Somebody else is at it."""


@contextmanager
def alone(what: str) -> Iterator[None]:
    """Be the only one who is at what is called so.

    Raises Held where somebody else is. On PostgreSQL it is one transaction.
    """
    digest = sha256(what.encode())
    if connection.vendor == "postgresql":
        with transaction.atomic():
            _lock_in_database(int.from_bytes(digest.digest()[:4], signed=True))
            yield
    else:
        with _locked_file(digest.hexdigest()[:FILES]):
            yield


def _lock_in_database(number: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCKS, number])
        [(is_ours,)] = cursor.fetchall()
    if not is_ours:
        raise Held


@contextmanager
def _locked_file(name: str) -> Iterator[None]:
    folder = settings.VAR_DIR / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Held from error
        yield
