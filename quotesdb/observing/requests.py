"""Every request is counted, timed, and told in one line of the log: by whom, which, how long.

What was asked (paths, parameters, bodies) is not told: it may hold the words of people who look
something up, names of sources, and what was typed where a password belongs.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import LazyObject

from quotesdb import measures
from quotesdb.observing import request_id
from quotesdb.observing.forms import FORMS
from quotesdb.replicas import PRIMARY, name_of

METHODS = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"}
OTHER = "OTHER"
NOWHERE = "none"


class Observed:
    """Middleware around all others.

    Its lines go past Python's logging, which would cost an answer several times what they do.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.form = FORMS[settings.LOG_FORMAT] if settings.LOG_REQUESTS else None

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        began = perf_counter()
        name = request_id.named(request.META.get("HTTP_X_REQUEST_ID"))
        request_id.begin(name)
        response = self.get_response(request)
        response.headers[request_id.HEADER] = name
        seconds = perf_counter() - began
        method = request.method if request.method in METHODS else OTHER
        of = (method, route_of(request), response.status_code, database_of(request))
        measures.of_requests(*of).observe(seconds)
        if self.form:
            sys.stderr.write(self.form(_told(request, of, seconds, name)) + "\n")
        return response


def _told(request: HttpRequest, of: tuple[Any, ...], seconds: float, name: str) -> dict[str, Any]:
    method, route, status, database = of
    return {
        "at": datetime.now(UTC),
        "level": "INFO",
        "logger": "quotesdb.requests",
        "message": "answered",
        "request_id": name,
        "method": method,
        "route": route,
        "status": status,
        "milliseconds": round(seconds * 1000, 1),
        "database": database,
        "curator": curator_of(request),
        "key": getattr(getattr(request, "auth", None), "pk", None),
    }


def route_of(request: HttpRequest) -> str:
    """The name of the view; what no view answers, such as static files, has one name for all."""
    match = request.resolver_match
    return NOWHERE if match is None else match.view_name


def database_of(request: HttpRequest) -> str:
    """The database that was chosen for a request, by the name that people call it."""
    return name_of(getattr(request, "database", PRIMARY))


def curator_of(request: HttpRequest) -> Any:
    """The number of the curator, where somebody looked who it is; to look costs a query."""
    user = vars(request).get("user")
    if isinstance(user, LazyObject):
        user = vars(request).get("_cached_user")
    return getattr(user, "pk", None)
