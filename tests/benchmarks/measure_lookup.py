"""How well and how fast `quotesdb.likeness` finds altered wordings, and what its index takes.

`python -m` this module measures the quotes of the database that VAR_DIR or DATABASE_URL names;
`--load FILE` first fills an empty one with the "text" of each line of a JSON Lines file. `--build`
makes the index anew, and times it. Found is a quote that has the very words that were altered.
`--exhaustive N` looks for N of the altered ones among all that is held, too (`exhaustive.py`).
Times are those of one process: on the clock, and of the processor alone; of PostgreSQL, if it runs
on this machine, what the processor does for it in the server is added.
"""

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
    import django

    django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from quotesdb import likeness, turns  # noqa: E402
from quotesdb.likeness import renewing, signatures  # noqa: E402
from quotesdb.models import NumberedWords, PostingList, PostingSegment, Quote  # noqa: E402
from quotesdb.printed_words import PrintedWords  # noqa: E402
from tests.benchmarks import exhaustive  # noqa: E402
from tests.benchmarks.altering import altered  # noqa: E402

QUOTATIONS = 100
BULK = 5_000
WRITES = 50


def main():
    asked = arguments()
    call_command("migrate", verbosity=0)
    if asked.load:
        load(asked.load)
    if asked.build:
        build()
    size()
    questions = some_altered(asked.questions)
    say("altered", "recall@1", "recall@5", "p50 ms", "p99 ms", "p50 ms CPU", "p99 ms CPU")
    say(*["---"] * 7)
    for how in ("lightly", "heavily"):
        say(how, *figures(questions, how))
    if asked.exhaustive:
        beside_all(questions[: asked.exhaustive])
    many_at_once(questions)
    writing()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--load", type=Path)
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--questions", type=int, default=1_000)
    parser.add_argument("--exhaustive", type=int, default=0, metavar="QUESTIONS")
    return parser.parse_args()


def say(*cells):
    sys.stdout.write(f"| {' | '.join(map(str, cells))} |\n")
    sys.stdout.flush()


class Clock:
    """Seconds since it was made; those of the processor with the server's, if it has a place."""

    def __init__(self, server=None):
        self.server = server
        self.wall, self.cpu = time.perf_counter(), self.of_processor()

    def of_processor(self):
        """Linux tells of each process how many nanoseconds it had."""
        served = int(self.server.read_text().split()[0]) / 1e9 if self.server else 0.0
        return time.process_time() + served

    def read(self):
        return time.perf_counter() - self.wall, self.of_processor() - self.cpu


def server():
    """Where the time is told of the process that serves us; None where there is none."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        place = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    return place if place.exists() else None


def load(path):
    texts = (json.loads(line)["text"] for line in path.open())
    Quote.objects.bulk_create(
        (Quote(key=f"loaded-{at}", text=text) for at, text in enumerate(texts, start=1)),
        batch_size=BULK,
    )


def build():
    clock = Clock()
    with turns.taken():
        likeness.rebuild()
    wall, cpu = clock.read()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    many = Quote.objects.standing().count()
    sys.stdout.write(
        f"built in {wall:.0f} s ({cpu:.0f} s CPU), {many / wall:,.0f} quotes a second\n"
    )


def size():
    rows = NumberedWords.objects.values_list("signature", flat=True)
    quotes = wordings = 0
    for signature in rows.iterator(BULK):
        quotes += 1
        wordings += len(signatures.compared(bytes(signature)))
    taken = sum(bytes_of(model._meta.db_table) for model in (NumberedWords, PostingList))
    sys.stdout.write(
        f"{connection.vendor}: {quotes:,} quotes, {wordings:,} wordings, "
        f"{PostingSegment.objects.count()} segments, {taken / wordings:.0f} bytes a wording\n\n"
    )


def bytes_of(table):
    """With all that belongs to the table."""
    statement = {
        "sqlite": "SELECT sum(pgsize) FROM dbstat WHERE name = %s",
        "postgresql": "SELECT pg_total_relation_size(%s::regclass)",
    }
    with connection.cursor() as cursor:
        cursor.execute(statement[connection.vendor], [table])
        return int(cursor.fetchone()[0])


def some_altered(many):
    chance = random.Random(20261125)
    numbers = list(Quote.objects.standing().order_by("pk").values_list("pk", flat=True))
    chosen = chance.sample(numbers, min(2 * many, len(numbers)))
    texts = dict(Quote.objects.filter(pk__in=chosen).values_list("pk", "text"))
    words = [word for text in texts.values() for word in text.split()]
    return list(altered([(it, texts[it]) for it in chosen], chance, words))[:many]


def figures(questions, how):
    for question in questions[:50]:
        likeness.nearest([question.lightly])
    times, first, among, serving = [], 0, 0, server()
    for question in questions:
        clock = Clock(serving)
        [found] = likeness.nearest([getattr(question, how)])
        times.append(clock.read())
        right = [question.is_found(near.quote, near.text) for near in found]
        first, among = first + any(right[:1]), among + any(right)
    wall, cpu = (sorted(1_000 * it for it in some) for some in zip(*times, strict=True))
    quantiles = [
        f"{some[len(some) * part // 100]:.2f}" for some in (wall, cpu) for part in (50, 99)
    ]
    return f"{first / len(questions):.3f}", f"{among / len(questions):.3f}", *quantiles


def beside_all(questions):
    """The first answers of the index, and of comparisons with all that is held."""
    say("altered", "words left", "asked", *exhaustive.METHODS)
    say(*["---"] * (3 + len(exhaustive.METHODS)))
    everything = exhaustive.Everything()
    for how in ("lightly", "heavily"):
        for row in exhaustive.compared(everything, questions, how):
            say(how, *row)


def many_at_once(questions):
    chance = random.Random(1)
    quotations = [one.lightly for one in chance.sample(questions, min(QUOTATIONS, len(questions)))]
    clock = Clock()
    likeness.nearest(quotations)
    wall, cpu = clock.read()
    say(f"{len(quotations)} at once", f"{wall * 1e3:.0f} ms", f"{cpu * 1e3:.0f} ms CPU")


def writing():
    """New quotes in bulk, and curators' writes one by one; all of it is undone."""
    highest = Quote.objects.order_by("-pk").values_list("pk", flat=True)[0]
    texts = list(Quote.objects.order_by("pk").values_list("text", flat=True)[:BULK])
    new = {highest + at: [PrintedWords(None, text, "")] for at, text in enumerate(texts, start=1)}
    with transaction.atomic():
        clock = Clock()
        renewing.renew(new)
        wall, cpu = clock.read()
        say(
            f"{len(new)} new ones",
            f"{wall / len(new) * 1e6:.0f} µs each",
            f"{cpu:.2f} s CPU in all",
        )
        transaction.set_rollback(True)
    with transaction.atomic():
        times = []
        for quote in list(
            Quote.objects.standing().order_by("pk").values_list("pk", flat=True)[:WRITES]
        ):
            clock = Clock()
            renewing.renew({quote: [PrintedWords(None, texts[-quote % len(texts)], "")]})
            times.append([1_000 * it for it in clock.read()])
        wall, cpu = (sorted(some) for some in zip(*times, strict=True))
        say(
            "one reworded", f"p50 {wall[len(wall) // 2]:.1f} ms", f"{cpu[len(cpu) // 2]:.1f} ms CPU"
        )
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
