"""What it costs a look-up to be counted: `python -m tests.benchmarks.measure_counting [ROUNDS]`.

In one process, on the database of the environment; a counted look-up and one that is not take
turns, so that a busy machine slows both alike. With `--redis URL` counts are kept there.
"""

import argparse
from statistics import median
from time import perf_counter

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from quotesdb.throttling.counting import take  # noqa: E402
from quotesdb.throttling.limits import Limit  # noqa: E402

BOUNDLESS = Limit("measuring", 999_999_999, 3600)
PHRASE = "They say they are ready to negotiate, but nobody was asked."


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rounds", nargs="?", type=int, default=300)
    parser.add_argument("--redis", default="")
    told = parser.parse_args()
    settings.REDIS_URL = told.redis
    setup_test_environment()
    place = "Redis" if told.redis else connection.display_name
    counted, free = look_ups(told.rounds)
    alone = [seconds_of(lambda: take(BOUNDLESS, "somebody")) for _ in range(told.rounds * 10)]
    print(f"{place}: {told.rounds} look-ups of each kind, milliseconds (median)")
    print(f"counted {counted:.3f}, not counted {free:.3f}, a count alone {median(alone) * 1e3:.3f}")


def look_ups(rounds):
    client = Client()
    found = {True: [], False: []}
    for number in range(2 * rounds + 20):
        is_counted = number % 2 == 0
        settings.LIMITS = {**settings.LIMITS, "lookup": BOUNDLESS if is_counted else None}
        seconds = seconds_of(lambda: ask(client))
        if number >= 20:
            found[is_counted].append(seconds)
    return [median(found[is_counted]) * 1e3 for is_counted in (True, False)]


def ask(client):
    answer = client.post("/api/v1/lookup/", {"text": PHRASE}, content_type="application/json")
    assert answer.status_code == 200, answer.content


def seconds_of(deed):
    began = perf_counter()
    deed()
    return perf_counter() - began


if __name__ == "__main__":
    main()
