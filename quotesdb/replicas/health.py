"""Which databases answer.

A database whose connection broke is tried at once. If it does not answer, it is left out, and tried
again beside the requests, so that none of these has to wait for it. What is known is known to one
process; each finds out for itself, by one request.
"""

import logging
import random
import threading
import time
from collections.abc import Callable
from typing import Any

import psycopg
from django.db import DatabaseError, OperationalError, connections

from quotesdb import measures
from quotesdb.replicas.choosing import PRIMARY, name_of

BROKEN = ("08", "57P")
"""How the SQLSTATEs begin by which PostgreSQL takes leave, or does not let anybody in."""

TRIED_EVERY = 1.0
"""Seconds between two attempts to reach a database that is left out."""

ANSWERS_WITHIN = 2
"""Seconds within which such an attempt must succeed."""

log = logging.getLogger(__name__)

_left_out: set[str] = set()
_one_at_a_time = threading.Lock()


def answers(alias: str) -> bool:
    """Whether nothing is known against this database."""
    return alias not in _left_out


def replicas() -> list[str]:
    """Those that answer, in an order by chance, by which the requests are shared out."""
    found = [alias for alias in connections.settings if alias != PRIMARY and answers(alias)]
    random.shuffle(found)  # no secret follows from it
    return found


def to_read_from() -> str:
    """A replica that answers; where none does, the primary."""
    return next(iter(replicas()), PRIMARY)


def tells_of_a_loss(error: BaseException | None) -> bool:
    """Whether a query failed because there is no connection, or no longer one."""
    cause = error.__cause__ if isinstance(error, OperationalError) else None
    if not isinstance(cause, psycopg.OperationalError):
        return False
    # What the driver finds out by itself, such as a closed socket, has no SQLSTATE.
    return cause.sqlstate is None or cause.sqlstate.startswith(BROKEN)


def doubt(alias: str, error: OperationalError) -> None:
    """After an error: if the connection broke, drop it and its like, and see who still answers.

    Where the database does not answer, it is left out until it does again.
    """
    if not tells_of_a_loss(error):
        return
    _renew(alias)
    if _reached(alias) is None or alias in _left_out:
        return
    with _one_at_a_time:
        if alias in _left_out:
            return
        _left_out.add(alias)
    log.warning("The database %s does not answer and is left out.", name_of(alias))
    measures.left_out(name_of(alias))
    threading.Thread(target=_take_back, args=[alias], daemon=True, name=f"trying {alias}").start()


def _take_back(alias: str, wait: Callable[[float], None] = time.sleep) -> None:
    while _reached(alias) is not None:
        wait(TRIED_EVERY)
    _left_out.discard(alias)
    log.warning("The database %s answers again.", name_of(alias))


def _reached(alias: str) -> Exception | None:
    """What stands against a database, asked past the pool; None where it answers."""
    parameters = connections[alias].get_connection_params()
    try:
        psycopg.connect(**{**parameters, "connect_timeout": ANSWERS_WITHIN}).close()
    except psycopg.Error as error:
        return error
    return None


def _renew(alias: str) -> None:
    """Close this thread's connection; those that wait in the pool are as old, and go too."""
    database: Any = connections[alias]
    try:
        database.close()
    except DatabaseError as error:
        log.info("A broken connection could not be closed: %s", type(error).__name__)
    if database.pool is not None:
        database.pool.drain()
