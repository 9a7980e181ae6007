"""Counts in a Redis that several machines share; REDIS_URL names it, and its driver is optional."""

from functools import lru_cache
from typing import Any

from django.conf import settings

from quotesdb.throttling.unreachable import Unreachable

try:
    import redis
except ImportError:  # Whoever sets REDIS_URL without it is told at the start.
    redis = None  # type: ignore[assignment]

SECONDS = 1.0
"""The longest wait for an answer."""


def add_one(key: bytes, until: int) -> int:
    try:
        both = _client(settings.REDIS_URL).pipeline(transaction=True)
        both.incr(_name(key))
        both.expireat(_name(key), until)
        return int(both.execute()[0])
    except redis.RedisError as error:
        raise Unreachable(str(error)) from error


def remove(key: bytes) -> None:
    try:
        _client(settings.REDIS_URL).delete(_name(key))
    except redis.RedisError as error:
        raise Unreachable(str(error)) from error


def _name(key: bytes) -> str:
    return f"quotesdb:{key.hex()}"


@lru_cache(1)
def _client(url: str) -> Any:
    return redis.Redis.from_url(url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS)
