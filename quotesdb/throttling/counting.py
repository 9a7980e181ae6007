"""Counting who took how many places in the present window.

Who that is, is kept only as a keyed hash, and only until the window ends. Windows of different
people begin at different moments, so that those who wait do not all come back at once.
"""

import logging
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b, sha256
from math import ceil
from time import time
from typing import NamedTuple, Protocol

from django.conf import settings
from django.db import connection

from quotesdb.throttling import in_database, in_file, in_redis
from quotesdb.throttling.limits import Limit, Standing
from quotesdb.throttling.unreachable import Unreachable

log = logging.getLogger(__name__)


class Window(NamedTuple):
    key: bytes
    ends: float


class Store(Protocol):
    """Where counts are kept; each raises Unreachable where it cannot be asked."""

    def add_one(self, key: bytes, until: int) -> int:
        """Count one more under a key, which is of no use after `until`; the new count."""

    def remove(self, key: bytes) -> None:
        """Forget what was counted under a key."""


def stores() -> list[Store]:
    """Where to count, and where instead if that cannot be asked."""
    beside: Store = in_file if connection.vendor == "sqlite" else in_database
    return [in_redis, beside] if settings.REDIS_URL else [beside]


def take(limit: Limit, who: str, clock: Callable[[], float] = time) -> Standing | None:
    """Take one place; None where counts cannot be kept, which is logged and stops nobody."""
    now = clock()
    window = _window(limit, who, now)
    for store in stores():
        try:
            taken = store.add_one(window.key, int(window.ends) + 1)
        except Unreachable as error:
            log.warning("Nothing is counted there: %s", error)
        else:
            return Standing(limit, taken, ceil(window.ends - now))
    return None


def forget(limit: Limit, who: str, clock: Callable[[], float] = time) -> None:
    """Give back all places that were taken in the present window."""
    key = _window(limit, who, clock()).key
    for store in stores():
        try:
            store.remove(key)
        except Unreachable as error:
            log.warning("Nothing is counted there: %s", error)


def _window(limit: Limit, who: str, now: float) -> Window:
    told = f"{limit.name} {limit.window} {who}".encode()
    mark = blake2b(told, key=_secret(settings.SECRET_KEY), digest_size=16).digest()
    late = int.from_bytes(mark[:4], "big") % limit.window
    number, into = divmod(now + late, limit.window)
    return Window(mark + int(number).to_bytes(8, "big"), now + limit.window - into)


@lru_cache(1)
def _secret(key: str) -> bytes:
    return sha256(f"counting {key}".encode()).digest()
