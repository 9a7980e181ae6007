"""What machines ask: does the process answer, can it serve, what has it counted.

They are answered before all other middleware: in no session, under any host name (a probe calls the
container by its address; no answer repeats the name), and neither logged nor counted.
"""

from collections.abc import Callable
from functools import cache
from hmac import compare_digest
from http import HTTPStatus

from django.conf import settings
from django.db import OperationalError, ProgrammingError, connections
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from prometheus_client import CONTENT_TYPE_LATEST

from quotesdb import measures
from quotesdb.replicas import PRIMARY, health, name_of

OK, UNREACHABLE, BEHIND = "ok", "does not answer", "migrations are missing"
APPLIED = "SELECT app, name FROM django_migrations"
READING = ("GET", "HEAD")
ATTEMPTS = ("on the connection that is held", "on a new one")

Answer = Callable[[HttpRequest], HttpResponse]


class Probes:
    """Middleware that answers these addresses, and hands on all others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.answers: dict[str, Answer] = {"/healthz": alive, "/readyz": ready}
        if settings.METRICS_TOKEN:
            self.answers["/metrics"] = metrics

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.answers.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        response = answer(request) if request.method in READING else HttpResponse(status=405)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


def alive(request: HttpRequest) -> HttpResponse:
    """The process answers; of the database this says nothing."""
    return JsonResponse({"status": OK})


def ready(request: HttpRequest) -> HttpResponse:
    """503 where questions cannot be answered; and, of each database, what stands against it.

    While the primary is away and a replica answers, this process can still be read from.
    """
    states = {alias: state_of(alias) for alias in connections.settings}
    primary = states[PRIMARY]
    can_read = primary == OK or (primary == UNREACHABLE and OK in states.values())
    told = {name_of(alias): state for alias, state in states.items()}
    document = {"status": OK if can_read else "not ready", "databases": told}
    return JsonResponse(document, status=200 if can_read else HTTPStatus.SERVICE_UNAVAILABLE)


def state_of(alias: str) -> str:
    """One query; none where the database is known to be away."""
    for _ in ATTEMPTS:
        if not health.answers(alias):
            break
        try:
            return _asked(alias)
        except OperationalError as error:
            health.doubt(alias, error)
    return UNREACHABLE


def _asked(alias: str) -> str:
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(APPLIED)
            applied = set(cursor.fetchall())
    except ProgrammingError:
        return BEHIND  # Nothing has made the table yet.
    return OK if applied >= needed() else BEHIND


@cache
def needed() -> frozenset[tuple[str, str]]:
    """All migrations of this release."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return frozenset(loader.disk_migrations)


def metrics(request: HttpRequest) -> HttpResponse:
    """What all processes of the server have counted, for whoever has the token."""
    given = request.headers.get("Authorization", "")
    if not compare_digest(given.encode(), f"Bearer {settings.METRICS_TOKEN}".encode()):
        return HttpResponse(status=401, headers={"WWW-Authenticate": 'Bearer realm="metrics"'})
    return HttpResponse(measures.told(), content_type=CONTENT_TYPE_LATEST)
