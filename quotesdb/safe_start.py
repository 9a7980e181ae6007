"""What QuotesDB refuses to start with, because whoever starts it so has surely overlooked it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

OWN_NAMES = frozenset(("localhost", "127.0.0.1", "[::1]"))
"""What a machine calls itself: nobody else is served under these."""

SHORTEST_SECRET = 50
FEWEST_DIFFERENT = 10
"""Characters of a secret key that differ from each other."""


def outside_hosts(hosts: Sequence[str]) -> list[str]:
    """Those by which somebody else's browser can mean this server."""
    return [host for host in hosts if host not in OWN_NAMES and not host.endswith(".localhost")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The settings that make a start safe or unsafe."""

    debug: bool
    secret_key: str
    hosts: Sequence[str]
    https: bool
    database_host: str
    """Empty for SQLite, and for a socket of this machine."""

    trusted_origins: Sequence[str] = ()
    redis_url: str = ""

    def dangers(self) -> Iterator[str]:
        """Everything that is wrong, each in a sentence."""
        yield from self._while_developing() if self.debug else self._while_serving()
        yield from self._always()

    def _while_developing(self) -> Iterator[str]:
        if outside := outside_hosts(self.hosts):
            yield (
                f"DEBUG is on, and ALLOWED_HOSTS names {', '.join(outside)}: pages about errors "
                "would show the settings to others. Switch DEBUG off."
            )
        if self.database_host and self.database_host not in (*OWN_NAMES, "::1"):
            yield (
                f"DEBUG is on with a database on {self.database_host}: develop with one on this "
                "machine, or switch DEBUG off."
            )

    def _while_serving(self) -> Iterator[str]:
        if len(self.secret_key) < SHORTEST_SECRET or len(set(self.secret_key)) < FEWEST_DIFFERENT:
            yield (
                f"SECRET_KEY can be guessed: it needs {SHORTEST_SECRET} characters or more, drawn "
                "by chance."
            )
        if self.secret_key.startswith("django-insecure-"):
            yield "SECRET_KEY is one that Django made for developing: draw one of your own."
        if not self.hosts:
            yield "ALLOWED_HOSTS is empty: name the hosts that QuotesDB is served under."
        if any("*" in host for host in self.hosts):
            yield (
                'ALLOWED_HOSTS has a "*": whoever asks could put any host into the links of '
                "answers. Name the hosts that QuotesDB is served under."
            )
        outside = outside_hosts(self.hosts)
        if outside and not self.https:
            yield (
                f"HTTPS is off, and ALLOWED_HOSTS names {', '.join(outside)}: passwords and keys "
                "would cross the network in the clear. Let a proxy end TLS, and leave HTTPS out."
            )

    def _always(self) -> Iterator[str]:
        for origin in self.trusted_origins:
            told = urlsplit(origin)
            if self.https and told.scheme != "https":
                yield f"CSRF_TRUSTED_ORIGINS has {origin}: with HTTPS on, each begins with https://."
        if self.redis_url and find_spec("redis") is None:
            yield "REDIS_URL is set, but there is no driver for it: pip install redis."


def refuse_dangers(start: Start) -> None:
    """Raises ImproperlyConfigured with all that is wrong."""
    if dangers := list(start.dangers()):
        raise ImproperlyConfigured(" ".join(dangers))
