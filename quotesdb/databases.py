"""What Django is told of the databases; settings ask here, so nothing of Django is known here."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

REPLICA = "replica-{number}"
POSTGRESQL = "django.db.backends.postgresql"

HOUR = 3600
"""Seconds for which a connection is kept; then a new one finds where its address leads by now."""

# Seconds. Who cannot get a connection within three is told so. That a host has vanished, so that
# nothing comes back, is noticed by the system within half a minute.
POOL = {"min_size": 1, "max_size": 8, "timeout": 3, "reconnect_timeout": 2}
NOTICING = {
    "connect_timeout": 3,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}


def embedded(file: Path, longest_wait: int) -> dict[str, Any]:
    """SQLite in a file; a writer waits for its turn so many seconds."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        # To open the file for each question takes longer than most answers.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # Writers queue at BEGIN instead of failing halfway through a transaction.
            "transaction_mode": "IMMEDIATE",
            "timeout": longest_wait,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def postgresql(variable: str, address: str, *, prepared: bool) -> dict[str, Any]:
    """The PostgreSQL at an address.

    Raises ImproperlyConfigured, with the name of the variable and without the address, which has
    a password in it, where the address is of something else.
    """
    database = dict(environ.Env.db_url_config(address))
    if database.get("ENGINE") != POSTGRESQL:
        raise ImproperlyConfigured(
            f"{variable} must be a postgresql:// address; without it QuotesDB uses SQLite."
        )
    # None lets the driver prepare nothing.
    prepare = {"prepare_threshold": 0 if prepared else None}
    database["OPTIONS"] = {**NOTICING, **prepare, **database.get("OPTIONS", {})}
    # Whichever thread answers keeps its own: a pool would be asked twice in each request.
    return {"CONN_MAX_AGE": HOUR, **database}


def pool_connections(databases: Mapping[str, dict[str, Any]]) -> None:
    """Let threads that live no longer than a request hand their PostgreSQL connections on.

    To be said before anything is asked of the databases.
    """
    for database in databases.values():
        if database["ENGINE"] == POSTGRESQL:
            database["CONN_MAX_AGE"] = 0
            database["OPTIONS"].setdefault("pool", POOL)


def replicas(addresses: Sequence[str], *, prepared: bool) -> dict[str, dict[str, Any]]:
    """Databases that follow the primary, by the names that they go by in logs and metrics.

    Raises ImproperlyConfigured, as `postgresql` does.
    """
    return {
        REPLICA.format(number=number): {
            **postgresql("DATABASE_REPLICA_URLS", address, prepared=prepared),
            "TEST": {"MIRROR": "default"},
        }
        for number, address in enumerate(addresses, start=1)
    }
