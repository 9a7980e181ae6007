"""Which database answers a request, and what becomes of it when one goes away meanwhile.

What only reads is asked again of another database, as often as there are any. What writes is told
that it failed, and never tried twice.
"""

import sys
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any

import orjson
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from api import problems
from api.problems import MEDIA_TYPE, problem
from quotesdb.middleware import API, READING
from quotesdb.replicas import PRIMARY, asking, health

QUESTIONS = {"/api/v1/lookup/"}
"""What is asked by POST, and changes nothing."""

WELCOME = "/"
SECONDS = "5"

AWAY = (
    "The database does not answer at this moment. If you were writing: nothing was confirmed as "
    "saved, so look whether it was before you send it again."
)


class Outages:
    """Middleware that chooses a database for each request; for PostgreSQL only."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if connection.vendor != "postgresql":
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        alias = health.to_read_from() if may_be_behind(request) else PRIMARY
        request.database = alias  # type: ignore[attr-defined]
        if not health.answers(alias):
            return away(request)
        if request.path_info in QUESTIONS:
            keep_body(request)
        with asking(alias):
            return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """The answer of another database to what only reads; None where there is none."""
        if not isinstance(exception, OperationalError):
            return None
        failed = request.database  # type: ignore[attr-defined]
        health.doubt(failed, exception)
        if request.method not in READING and request.path_info not in QUESTIONS:
            return None
        for alias in others(request, failed):
            answer = asked_again(request, alias)
            if answer is not None:
                return answer
        return None


def may_be_behind(request: HttpRequest) -> bool:
    """Whether a replica may answer, which may not yet have what was written a moment ago.

    Whoever writes, or may have written, who shows a key or a session, asks the primary.
    """
    if "HTTP_AUTHORIZATION" in request.META or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    path = request.path_info
    reads = request.method in READING and (path.startswith(API) or path == WELCOME)
    return reads or path in QUESTIONS


def keep_body(request: HttpRequest) -> None:
    """Hold on to a body that may have to be read twice, unless it is longer than any is read."""
    length = request.META.get("CONTENT_LENGTH") or ""
    if length.isdecimal() and int(length) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        request.body  # noqa: B018


def others(request: HttpRequest, failed: str) -> Iterator[str]:
    """The databases that may answer instead: last the one that failed, should it be there again."""
    if may_be_behind(request):
        yield from (alias for alias in health.replicas() if alias != failed)
        yield PRIMARY
    yield failed


def asked_again(request: HttpRequest, alias: str) -> HttpResponseBase | None:
    """What the view answers from this database; None where that went away, too."""
    if not health.answers(alias):
        return None
    match: Any = request.resolver_match
    request.database = alias  # type: ignore[attr-defined]
    try:
        with asking(alias):
            response = match.func(request, *match.args, **match.kwargs)
            return response.render() if hasattr(response, "render") else response
    except OperationalError as error:
        health.doubt(alias, error)
        return None


def server_error(request: HttpRequest) -> HttpResponseBase:
    """For what no view could answer: a database that is away, or a fault of our own."""
    if health.tells_of_a_loss(sys.exc_info()[1]):
        return away(request)
    return problems.server_error(request)


def away(request: HttpRequest) -> HttpResponse:
    """503, as a problem below /api/ and as a page elsewhere."""
    status = HTTPStatus.SERVICE_UNAVAILABLE
    if request.path_info.startswith(API):
        document = problem(status, AWAY, "database_away", request.path)
        answer = HttpResponse(orjson.dumps(document), status=status, content_type=MEDIA_TYPE)
    else:
        answer = HttpResponse(render_to_string("quotesdb/away.html", {"said": AWAY}), status=status)
    answer.headers["Retry-After"] = SECONDS
    return answer
