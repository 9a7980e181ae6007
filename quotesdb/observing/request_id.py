"""The name of a request, by which what a user saw is found in the log.

A proxy, or a program that asks, may give it as `X-Request-ID`; it comes back with the answer.
"""

import re
import secrets
from contextvars import ContextVar

HEADER = "X-Request-ID"
GIVEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{7,63}")
"""What is taken over: nothing that could break a line of a log. No key passes: it has `_`."""

_current: ContextVar[str] = ContextVar("request id", default="")


def named(given: str | None) -> str:
    """The name that was given, if it may be one; else a new one."""
    if given and GIVEN.fullmatch(given):
        return given
    return secrets.token_hex(8)


def current() -> str:
    """The name of the request under way; empty outside of one."""
    return _current.get()


def begin(name: str) -> None:
    """Let what is logged from now on belong to this request; the next one begins anew."""
    _current.set(name)
