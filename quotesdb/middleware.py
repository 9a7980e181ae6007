"""Which middleware runs where.

Sessions, who is logged in, messages and forms belong to the desk, to whoever writes, and to what
only some may read: all else is read from the API in no session, and depends on no cookie. What
protects whoever reads an answer runs for all, and does little where nothing is unusual. Each is a
subclass of the framework's own, so that its checks find what they look for; what is not here is
the framework's itself, for its check knows no subclass.
"""

import re
from functools import lru_cache
from typing import Any

from corsheaders.middleware import CorsMiddleware
from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port, validate_host
from django.middleware.common import CommonMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.functional import cached_property

API = "/api/"
READING = ("GET", "HEAD", "OPTIONS")
FOR_SOME = re.compile("/api/v1/(?:(?:candidates|merges|duplicates)/|.*/(?:merge-preview|redact)/$)")
"""What is not everybody's to read; there a browser that is signed in is known."""

PAGES = ("/docs/", "/redoc/", ".js")
"""What is below /api/ and no data."""

FEATURES = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "midi",
    "payment",
    "usb",
)
"""What browsers would let a page ask for, and no page of ours does."""


def only_reads(request: HttpRequest) -> bool:
    """Whether this is a question to the API that everybody may ask."""
    return _only_reads(request.method, request.path_info)


@lru_cache(256)  # It is asked several times of each request.
def _only_reads(method: str | None, path: str) -> bool:
    return path.startswith(API) and method in READING and not FOR_SOME.match(path)


class DeskOnly:
    """Middleware that what only reads from the API passes by."""

    get_response: Any

    def __call__(self, request: HttpRequest) -> Any:
        if only_reads(request):
            return self.get_response(request)
        return super().__call__(request)  # type: ignore[misc]


class Sessions(DeskOnly, SessionMiddleware):
    pass


class Authentication(DeskOnly, AuthenticationMiddleware):
    pass


class Messages(DeskOnly, MessageMiddleware):
    pass


class Protection:
    """What else tells browsers to be careful, on every answer, static files and errors too."""

    PERMISSIONS = ", ".join(f"{name}=()" for name in FEATURES)

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        answer = self.get_response(request)
        answer.headers["Permissions-Policy"] = self.PERMISSIONS
        # What programs and scripts of other sites may read, their pages may show.
        everybodys = request.path_info.startswith(API) and not request.path_info.endswith(PAGES)
        told = "cross-origin" if everybodys else "same-origin"
        answer.headers["Cross-Origin-Resource-Policy"] = told
        return answer


class ContentSecurityPolicy(CSPMiddleware):
    """One policy, made once, for all answers but those that ask for another."""

    get_response: Any

    @cached_property
    def usual(self) -> str:
        return build_policy()

    def __call__(self, request: HttpRequest) -> Any:
        if settings.DEBUG:
            return super().__call__(request)
        # No page of ours has scripts in it, so that there are no nonces to be made.
        answer = self.get_response(request)
        if any(name.startswith("_csp") for name in vars(answer)):
            return self.process_response(request, answer)
        answer.headers.setdefault(HEADER, self.usual)
        return answer


class Hosts(CommonMiddleware):
    """Whether we are who is asked, and how long the answer is.

    What was once ours stays so: by our settings nothing but the header `Host` says who is asked.
    """

    def process_request(self, request: HttpRequest) -> Any:
        host = request.META.get("HTTP_HOST")
        return None if _is_ours(host, *settings.ALLOWED_HOSTS) else super().process_request(request)


@lru_cache(256)
def _is_ours(host: str | None, *allowed: str) -> bool:
    """Whether the framework lets in who asks for this host; what it refuses it says itself."""
    domain, _ = split_domain_port(host or "")
    return bool(domain) and validate_host(domain, allowed)


class OtherSites(CorsMiddleware):
    """What scripts of other sites may do; whoever is of none is told that answers differ by it."""

    def __call__(self, request: HttpRequest) -> Any:
        of_other_site = "HTTP_ORIGIN" in request.META or request.method == "OPTIONS"
        if of_other_site or not request.path_info.startswith(API):
            return super().__call__(request)
        answer: Any = self.get_response(request)
        answer.headers["Vary"] = _and_by_origin(answer.headers.get("Vary"))
        return answer


@lru_cache(64)
def _and_by_origin(varies: str | None) -> str:
    """The header that says by what an answer varies, and by the origin of who asks."""
    answer = HttpResponse(headers={} if varies is None else {"Vary": varies})
    patch_vary_headers(answer, ("origin",))
    return answer.headers["Vary"]
