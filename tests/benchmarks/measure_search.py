"""What a search costs, in a database of many quotes: figures for `docs/search.md`.

    VAR_DIR=DIR python -m tests.benchmarks.measure_search

or with DATABASE_URL. Searches of two words, ranked and highlighted, go the whole way from request
to answer in this process. In turns with each, its own SQL statements are sent bare, and orjson
writes their rows: the floor. On SQLite, FTS5's own bm25 over the reference wordings alone, joined
with quotes and speakers, is measured beside them. Medians in milliseconds: of wall time, and of
this process's CPU, which on a busy machine says more, but has no share of PostgreSQL's in it.
"""

import argparse
import os
import random
import sqlite3
import sys
from collections import Counter
from statistics import median, quantiles
from time import perf_counter, process_time

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
    import django

    django.setup()

import orjson  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from quotesdb.models import Quote, SearchDocument  # noqa: E402
from quotesdb.search.documents import wordings_in  # noqa: E402

ADDRESS = "/api/v1/quotes/"
SAMPLE = 20_000
RARE, COMMON = 0.003, 0.015
OTHERS = {
    "two words": {},
    "… highlighted": {"highlight": "true"},
    "… newest first": {"ordering": "-sort_date"},
    "… of a speaker": {},
    "… of an outlet": {},
}
BM25 = (
    "SELECT q.id, q.text, q.language, q.sort_date, q.attribution_status, q.speaker_id, s.name "
    "FROM (SELECT rowid AS id, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT 50) k "
    "JOIN held.quotesdb_quote q ON q.id = k.id "
    "LEFT JOIN held.quotesdb_speaker s ON s.id = q.speaker_id ORDER BY k.rank"
)


def words_by_share(seed):
    """By word, in which share of the quotes it stands, from a sample of documents."""
    last = Quote.objects.order_by("-pk").values_list("pk", flat=True)[0]
    some = random.Random(seed).sample(range(1, last + 1), min(SAMPLE, last))
    count = Counter()
    read = 0
    for start in range(0, len(some), 500):
        rows = SearchDocument.objects.filter(pk__in=some[start : start + 500])
        for document in rows.values_list("words", flat=True):
            read += 1
            count.update({word for _, words in wordings_in(document) for word in words})
    return {word: times / read for word, times in count.items()}


def pairs(shares, times, seed):
    """Words that stand together in some quote, neither rare nor common."""
    chance = random.Random(seed)
    asked = []
    last = Quote.objects.order_by("-pk").values_list("pk", flat=True)[0]
    while len(asked) < times:
        row = SearchDocument.objects.filter(pk=chance.randint(1, last)).values_list("words")
        words = {word for (text,) in row for _, line in wordings_in(text) for word in line}
        fit = sorted(word for word in words if RARE <= shares.get(word, 0) <= COMMON)
        if len(fit) > 1:
            asked.append(" ".join(chance.sample(fit, 2)))
    return asked


def most_frequent(whose, slug):
    """Among the last thousand quotes."""
    last = Quote.objects.order_by("-pk").values("pk")[:1000]
    rows = Quote.objects.filter(pk__in=list(last.values_list("pk", flat=True)))
    return Counter(rows.exclude(**{whose: None}).values_list(slug, flat=True)).most_common(1)[0][0]


def timed(does):
    """Wall time and CPU time."""
    wall, cpu = perf_counter(), process_time()
    does()
    return (perf_counter() - wall) * 1000, (process_time() - cpu) * 1000


def ask(client, params):
    answer = client.get(ADDRESS, params, headers={"host": "localhost"})
    assert answer.status_code == 200, answer.content
    return answer


def bare(statements):
    """The same statements as plain SQL, and their rows as JSON."""
    for sql in statements:
        with connection.connection.cursor() if is_postgresql() else Closing() as cursor:
            cursor.execute(sql)
            orjson.dumps(cursor.fetchall(), default=str)


class Closing:
    def __enter__(self):
        self.cursor = sqlite3.Connection.cursor(connection.connection)
        return self.cursor

    def __exit__(self, *error):
        self.cursor.close()


def is_postgresql():
    return connection.vendor == "postgresql"


def statements_of(client, params):
    with CaptureQueriesContext(connection) as queries:
        ask(client, params)
    return [query["sql"] for query in queries]


def measure(client, asked, extra):
    ours, floor = [], []
    for typed in asked:
        params = {"q": typed, **extra}
        statements = statements_of(client, params)
        ours.append(timed(lambda params=params: ask(client, params)))
        floor.append(timed(lambda statements=statements: bare(statements)))
    return ours, floor


def bm25(asked):
    """FTS5 as one would use it by itself, as Datasette does."""
    index = sqlite3.connect(":memory:")
    index.execute("ATTACH ? AS held", [str(connection.settings_dict["NAME"])])
    index.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='porter')")
    index.execute("INSERT INTO words(rowid, text) SELECT id, text FROM held.quotesdb_quote")
    index.commit()
    return [
        timed(lambda typed=typed: orjson.dumps(index.execute(BM25, [typed]).fetchall()))
        for typed in asked
    ]


def show(name, ours, floor=None):
    wall, cpu = ([one[kind] for one in ours] for kind in (0, 1))
    line = f"{name:40}{median(wall):9.2f}{quantiles(wall, n=20)[-1]:9.2f}{median(cpu):9.2f}"
    if floor:
        for kind, own in ((0, wall), (1, cpu)):
            bare_ones = median(one[kind] for one in floor)
            line += f"{bare_ones:9.2f}{median(own) / bare_ones:7.1f}×"
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-bm25", action="store_true")
    options = parser.parse_args()
    client = Client()
    shares = words_by_share(options.seed)
    asked = pairs(shares, options.times, options.seed)
    for extra in OTHERS.values():
        if "speaker" in extra:
            extra["speaker"] = Quote.objects.exclude(speaker=None).values_list("speaker__slug")[0][
                0
            ]
        if "outlet" in extra:
            outlets = Quote.objects.exclude(appearances__article__outlet=None)
            extra["outlet"] = outlets.values_list("appearances__article__outlet__speaker__slug")[0][
                0
            ]
    common = [word for word, _ in Counter(shares).most_common(200)]
    two_common = [" ".join(common[at : at + 2]) for at in range(0, 40, 2)]
    measure(client, asked[:10], {})
    sys.stdout.write(f"{connection.vendor}, {Quote.objects.count():,} quotes\n")
    heads = "".join(f"{head:>9}" for head in ("p50", "p95", "CPU", "floor", "", "CPU", ""))
    sys.stdout.write(f"{'':40}{heads}\n")
    for name, extra in OTHERS.items():
        ours, floor = measure(client, asked, extra)
        show(name, ours, floor)
    for name, words in {
        "the commonest word": common[:1] * 5,
        "a word in 3 % or more": [word for word in common if shares[word] >= 0.03][5:25],
        "two common words": two_common,
        "a phrase of common words": [f'"{typed}"' for typed in two_common],
        "two words or": [" OR ".join(typed.split()) for typed in asked[:20]],
        "beginnings": [f"{typed[:3]}*" for typed in asked[:20]],
    }.items():
        for kind, extra in {"": {}, ", of a speaker": OTHERS["… of a speaker"]}.items():
            ours, floor = measure(client, words, extra)
            show(name + kind, ours, floor)
    if not (options.without_bm25 or is_postgresql()):
        show("bare bm25, two words", bm25(asked))


if __name__ == "__main__":
    main()
