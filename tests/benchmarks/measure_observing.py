"""What counting and logging add to an answer: processor time, in one process, by turns.

PROMETHEUS_MULTIPROC_DIR=$(mktemp -d) python -m tests.benchmarks.measure_observing 2>log

Names the quote with QUOTE=…, and takes the database that the environment names. What is logged goes
to standard error, as it would.
"""

import os
import statistics
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.test import RequestFactory  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

ROUNDS, AT_ONCE = 200, 40
WAYS = {
    "neither": {"observed": False, "logged": False},
    "counted": {"observed": True, "logged": False},
    "counted and logged": {"observed": True, "logged": True},
}
OURS = ("quotesdb.observing.probes.Probes", "quotesdb.observing.requests.Observed")


def handler(*, observed, logged):
    others = [it for it in settings.MIDDLEWARE if observed or it not in OURS]
    with override_settings(MIDDLEWARE=others, LOG_REQUESTS=logged, LOG_FORMAT="json"):
        return WSGIHandler()


def seconds(ask):
    environ = (
        RequestFactory()
        .get(f"/api/v1/quotes/{os.environ.get('QUOTE', '1')}/", headers={"host": "localhost"})
        .environ
    )
    began = time.process_time()
    for _ in range(AT_ONCE):
        answer = ask({**environ}, lambda *given: None)
        b"".join(answer)
        answer.close()
    return (time.process_time() - began) / AT_ONCE


def main():
    handlers = {way: handler(**what) for way, what in WAYS.items()}
    found = {way: [] for way in WAYS}
    for number in range(ROUNDS + 3):
        for way, ask in handlers.items():
            taken = seconds(ask)
            if number >= 3:
                found[way].append(taken)
    for way, taken in found.items():
        ratios = [one / other for one, other in zip(taken, found["neither"], strict=True)]
        sys.stdout.write(
            f"{way:<20} {statistics.median(taken) * 1e6:6.0f} µs, "
            f"{statistics.median(ratios):.3f} of neither\n"
        )


if __name__ == "__main__":
    main()
