"""How often somebody may try a password.

Counted are attempts, before the password is looked at: by name and address together, by address,
and by name. The last would let anybody keep a curator out by mistyping for ever, so a browser in
which that curator signed in before is told from strangers by a cookie and counted for itself
(OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). Nothing depends on whether the
name exists.
"""

import logging
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from unicodedata import normalize

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponseBase

from quotesdb.client_address import client_address
from quotesdb.throttling.counting import forget, take
from quotesdb.throttling.limits import Limit, Standing

log = logging.getLogger(__name__)

COOKIE = "known_here"
KNOWN_FOR = timedelta(days=90)
LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to sign in: under which name, and from where."""

    name: str
    address: str
    browser: str
    """A browser in which this name signed in before; empty for strangers."""

    def refused(self) -> Standing | None:
        """Count the attempt; how long to wait, where it is one too many."""
        for limit, who in self._counted():
            standing = take(limit, who)
            if standing and standing.over:
                log.warning("Signing in: %s, for %d seconds.", limit.name, standing.seconds)
                return standing
        return None

    def succeeded(self) -> None:
        """Let mistyped passwords be forgotten."""
        if limit := settings.LIMITS["sign-in"]:
            forget(limit, self._place())

    def _counted(self) -> Iterator[tuple[Limit, str]]:
        counted = {"sign-in": self._place()}
        if not self.browser:
            counted["sign-in-from-address"] = f"address {self.address}"
            counted["sign-in-to-name"] = f"name {self.name}"
        for name, who in counted.items():
            if limit := settings.LIMITS[name]:
                yield limit, who

    def _place(self) -> str:
        return f"{self.browser or self.address} {self.name}"


def attempt_of(request: HttpRequest) -> Attempt:
    name = normalize("NFKC", request.POST.get("username", ""))[:LONGEST_NAME]
    return Attempt(name, client_address(request), _browser(request, name))


def remember_browser(answer: HttpResponseBase, name: str) -> None:
    """Let this browser be known to be one in which this name signed in."""
    answer.set_cookie(
        COOKIE,
        _signer(name).sign(secrets.token_hex(16)),
        max_age=KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def _browser(request: HttpRequest, name: str) -> str:
    try:
        return _signer(name).unsign(request.COOKIES.get(COOKIE, ""), max_age=KNOWN_FOR)
    except BadSignature:
        return ""


def _signer(name: str) -> TimestampSigner:
    return TimestampSigner(salt=f"signing in as {name}")
