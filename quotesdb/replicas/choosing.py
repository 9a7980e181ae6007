"""The database that the request under way asks: chosen once, and followed by all that it reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

PRIMARY = DEFAULT_DB_ALIAS

CACHE = "django_cache"
"""As which Django's cache in the database gives itself out."""

_chosen: ContextVar[str] = ContextVar("database that is asked", default=PRIMARY)


def name_of(alias: str) -> str:
    """What people call a database: in logs, metrics and probes."""
    return "primary" if alias == PRIMARY else alias


def chosen() -> str:
    """The alias of the database to read from: inside a transaction of the primary, the primary."""
    alias = _chosen.get()
    if alias != PRIMARY and connections[PRIMARY].in_atomic_block:
        return PRIMARY
    return alias


@contextmanager
def asking(alias: str) -> Iterator[None]:
    """Let whatever is read inside be read from this database."""
    token = _chosen.set(alias)
    try:
        yield
    finally:
        _chosen.reset(token)


def connected() -> Any:
    """Django's connection to the chosen database, for who asks several things of it."""
    return connections[chosen()]


class _Connection:
    """The same, asked for anew each time, as `django.db.connection` is for the primary."""

    def __getattr__(self, name: str) -> Any:
        return getattr(connected(), name)


connection: Any = _Connection()


class Router:
    """Django's own queries follow the choice too; writes and migrations are the primary's."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        # A cache that does not find what it was just given counts wrongly.
        return PRIMARY if model._meta.app_label == CACHE else chosen()

    def db_for_write(self, model: Any, **hints: Any) -> str:
        return PRIMARY

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == PRIMARY
