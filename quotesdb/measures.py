"""What is counted while it runs, for Prometheus; `docs/operating.md` lists it.

Each is counted in shared files if `PROMETHEUS_MULTIPROC_DIR` names a folder when the process
begins, as `quotesdb.wsgi` sees to: then one process tells the sums of all. Else a process counts
for itself alone, and nobody asks it. What the numbers are of (`labelnames`) is never what people
sent: nobody may fill the memory with names of his own.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from time import perf_counter

from prometheus_client import (
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from quotesdb.counting_together import FOLDER

QUICK = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)
"""Seconds: upper ends of the classes of durations."""

_requests = Histogram(
    "quotesdb_request_seconds",
    "Answered requests: from the first middleware until the answer is whole.",
    ["method", "route", "status", "database"],
    buckets=QUICK,
)
_waits = Histogram(
    "quotesdb_writer_wait_seconds", "How long writers waited for their turn.", buckets=QUICK
)
_busy = Counter("quotesdb_writers_refused", "Writers refused because others wrote for too long.")
_acts = Counter("quotesdb_acts", "Acts of writing that were committed.", ["door"])
_quotations = Counter("quotesdb_lookup_quotations", "Quotations looked up.", ["verdict"])
_searches = Histogram(
    "quotesdb_search_seconds",
    "How long the index took to find the quotes.",
    ["engine"],
    buckets=QUICK,
)
_left_out = Counter("quotesdb_database_left_out", "Times a database did not answer.", ["database"])


@cache
def of_requests(method: str, route: str, status: int, database: str) -> Histogram:
    """What counts requests alike; kept, because to find it takes as long as to count."""
    return _requests.labels(method, route, status, database)


def waited(seconds: float) -> None:
    _waits.observe(seconds)


def refused_as_busy() -> None:
    _busy.inc()


def acted(door: str) -> None:
    _acts.labels(door).inc()


def looked_up(verdicts: Iterable[str]) -> None:
    for verdict in verdicts:
        _quotations.labels(verdict).inc()


@contextmanager
def searching(engine: str) -> Iterator[None]:
    """Measure how long what is inside takes."""
    began = perf_counter()
    yield
    _searches.labels(engine).observe(perf_counter() - began)


def left_out(database: str) -> None:
    _left_out.labels(database).inc()


def told() -> bytes:
    """All numbers as Prometheus reads them: of all processes that count in the same folder."""
    if FOLDER not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
