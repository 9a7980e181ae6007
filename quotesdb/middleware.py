"""Which middleware runs where.

Sessions, who is logged in, messages and forms belong to the desk, to whoever writes, and to what
only some may read: all else is read from the API in no session, and depends on no cookie. What
protects whoever reads an answer runs for all. Each is a subclass of the framework's own, so that
its checks find what they look for.
"""

from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.functional import cached_property

API = "/api/"
READING = ("GET", "HEAD", "OPTIONS")
FOR_SOME = ("/api/v1/candidates/",)
"""What is not everybody's to read; below these, a browser that is signed in is known."""


def only_reads(request: HttpRequest) -> bool:
    """Whether this is a question to the API that everybody may ask."""
    path = request.path_info
    return path.startswith(API) and request.method in READING and not path.startswith(FOR_SOME)


class DeskOnly:
    """Middleware that what only reads from the API passes by."""

    get_response: Any

    def __call__(self, request: HttpRequest) -> Any:
        if only_reads(request):
            return self.get_response(request)
        return super().__call__(request)  # type: ignore[misc]


class Sessions(DeskOnly, SessionMiddleware):
    pass


class Csrf(DeskOnly, CsrfViewMiddleware):
    def process_view(self, request: Any, callback: Any, *given: Any, **named: Any) -> Any:
        if only_reads(request):
            return None
        return super().process_view(request, callback, *given, **named)


class Authentication(DeskOnly, AuthenticationMiddleware):
    pass


class Messages(DeskOnly, MessageMiddleware):
    pass


class ContentSecurityPolicy(CSPMiddleware):
    """One policy, made once, for all answers but those that ask for another."""

    @cached_property
    def usual(self) -> str:
        return build_policy()

    def process_response(self, request: Any, response: HttpResponseBase) -> HttpResponseBase:
        differs = any(name.startswith("_csp") for name in vars(response))
        if differs or hasattr(request, "_csp_nonce") or settings.DEBUG:
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self.usual)
        return response
