"""What a limit is, and how somebody stands with it, as the header fields have it.

The fields are those of draft-ietf-httpapi-ratelimit-headers-11: lists of structured fields
(RFC 9651), each item the name of a policy with its parameters.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from django.core.exceptions import ImproperlyConfigured

WRITTEN = re.compile(r"([1-9][0-9]{0,8})/([1-9][0-9]{0,6})")
UNLIMITED = "none"

USUAL = {
    "lookup": "120/60",
    "lookup-with-key": "1200/60",
    "writing": "600/60",
    "sign-in": "10/900",
    "sign-in-to-name": "50/3600",
    "sign-in-from-address": "100/900",
}
"""Each is changed by a variable of the environment: `lookup-with-key` by LIMIT_LOOKUP_WITH_KEY."""


class Limit(NamedTuple):
    """So many places in so many seconds."""

    name: str
    quota: int
    window: int

    def policy(self) -> str:
        """The value of `RateLimit-Policy`."""
        return f'"{self.name}";q={self.quota};w={self.window}'


class Standing(NamedTuple):
    """What is left to somebody until the window ends."""

    limit: Limit
    taken: int
    seconds: int
    """Until the next window begins."""

    @property
    def over(self) -> bool:
        """Whether this one was too many."""
        return self.taken > self.limit.quota

    @property
    def left(self) -> int:
        return max(0, self.limit.quota - self.taken)

    def service(self) -> str:
        """The value of `RateLimit`."""
        return f'"{self.limit.name}";r={self.left};t={self.seconds}'


def limit_of(name: str, written: str) -> Limit | None:
    """A limit written as `quota/seconds`; None for `none`.

    Raises ImproperlyConfigured.
    """
    if written == UNLIMITED:
        return None
    found = WRITTEN.fullmatch(written)
    if found is None:
        raise ImproperlyConfigured(
            f'"{written}" is no limit for {name}: write how often in how many seconds, such as '
            f'60/60, or "{UNLIMITED}".'
        )
    return Limit(name, int(found[1]), int(found[2]))


def limits_of(environment: Callable[..., str]) -> dict[str, Limit | None]:
    """All limits by their names, each as the environment has it or as usual.

    Raises ImproperlyConfigured.
    """
    return {
        name: limit_of(name, environment(variable_of(name), default=usual))
        for name, usual in USUAL.items()
    }


def variable_of(name: str) -> str:
    return f"LIMIT_{name.upper().replace('-', '_')}"
