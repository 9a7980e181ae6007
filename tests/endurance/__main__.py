"""`python -m tests.endurance`: so many writers for so long, and somebody who kills the server.

Runs on the empty database that DATABASE_URL and VAR_DIR name. Ends with 1 if anything that was
acknowledged is lost, an update was overwritten unseen, or `manage.py verify` finds a fault.
"""

import argparse
import sys
import time
from datetime import timedelta
from random import Random
from threading import Thread

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from quotesdb import keys  # noqa: E402
from quotesdb.models import Appearance, Article, Curator, Quote  # noqa: E402
from quotesdb.vocabulary import Scope  # noqa: E402
from tests.endurance.client import Client  # noqa: E402
from tests.endurance.judging import faults  # noqa: E402
from tests.endurance.server import MortalServer, free_port, killed_until  # noqa: E402
from tests.endurance.writers import Told, Writer  # noqa: E402
from tests.factory import (  # noqa: E402
    make_appearance,
    make_article,
    make_outlet,
    make_quote,
    make_speaker,
)

AN_ARTICLE_EACH = 10
"""Quotes that one article prints."""


def options():
    parser = argparse.ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    parser.add_argument("--writers", type=int, default=16)
    parser.add_argument("--records", type=int, default=200, help="quotes that all write at once")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument(
        "--kill-every", type=float, nargs=2, default=(3, 9), metavar=("FROM", "TO"), help="seconds"
    )
    parser.add_argument("--seed", type=int, default=None, help="of all that is left to chance")
    return parser.parse_args()


def main() -> int:
    asked = options()
    seed = Random().randrange(10**6) if asked.seed is None else asked.seed
    call_command("migrate", verbosity=0)
    secret = prepare(asked.records)
    server = MortalServer(free_port())
    server.start()
    until = time.monotonic() + asked.seconds
    writers = [writer(server.port, secret, Random(seed + n)) for n in range(asked.writers)]
    threads = [Thread(target=one.write_until, args=[until]) for one in writers]
    connections.close_all()
    for thread in threads:
        thread.start()
    say = Saying(until)
    killed_until(server, until, Random(seed), tuple(asked.kill_every), lambda: say(server, writers))
    for thread in threads:
        thread.join()
    server.end()
    return judged(together(writers), server.kills, seed)


def prepare(records: int) -> str:
    """The quotes that all will write, each printed once; and a key that may write them."""
    paper = make_outlet("The Harbour Post")
    source = make_speaker("a source", kind="anonymous")
    for number in range(records):
        if number % AN_ARTICLE_EACH == 0:
            article = make_article(key=f"article-{number}", outlet=paper)
        quote = make_quote(f"We count to {number} here.", key=f"q{number}", occasion="count 0")
        make_appearance(quote, article, key=f"a{number}", chain=[source, paper])
    owner = Curator.objects.create_superuser("endurance", password=None)
    day = timezone.now() + timedelta(days=1)
    _, secret = keys.make_key(owner, label="endurance", scope=Scope.CURATE, expires_at=day)
    return secret


def writer(port: int, secret: str, chance: Random) -> Writer:
    return Writer(
        Client(port, secret),
        chance,
        list(Quote.objects.order_by("pk").values_list("pk", flat=True)),
        list(Appearance.objects.order_by("pk").values_list("pk", flat=True)),
        list(Article.objects.order_by("pk").values_list("key", flat=True)),
    )


class Saying:
    """A line each time that the server was killed, for whoever waits."""

    def __init__(self, until: float):
        self.until = until

    def __call__(self, server: MortalServer, writers: list[Writer]) -> None:
        done = len(together(writers).acknowledged)
        left = max(0, round(self.until - time.monotonic()))
        print(f"{left:>4} s left: killed {server.kills} times, {done:,} writes", file=sys.stderr)


def together(writers: list[Writer]) -> Told:
    told = Told()
    for one in writers:
        told.add(one.told)
    return told


def judged(told: Told, kills: int, seed: int) -> int:
    wrong = list(faults(told))
    print(f"seed {seed}; the server was killed {kills} times")
    for what, many in sorted(told.counts.items()):
        print(f"{what:<12}{many:>8,}")
    print(f"{'acknowledged':<12}{len(told.acknowledged):>8,}")
    for sentence in wrong[:20]:
        print(sentence)
    call_command("verify")
    print(f"{len(wrong):,} things are wrong." if wrong else "Nothing is lost.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
