"""How well misspelt names are found, and what that costs: figures for `docs/names.md`.

    python -m tests.benchmarks.measure_names NAMES.jsonl [--speakers 50000] [--asked 400]

A line of the file is `{"author"}`. Names beyond those of the file are made of its words. All is
held in a database of its own: SQLite, or the one that DATABASE_URL names, which is then emptied.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

if __name__ == "__main__":
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
    import django

    django.setup()

from django.core.management import call_command  # noqa: E402

from quotesdb.models import NameKey, Speaker, WordKey  # noqa: E402
from quotesdb.models.speaker import slug_of  # noqa: E402
from quotesdb.naming.finding import find  # noqa: E402
from quotesdb.naming.folding import folded  # noqa: E402
from quotesdb.naming.keeping import rebuild  # noqa: E402
from quotesdb.naming.telling import tell  # noqa: E402

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WRITTEN = (
    ("ff", "v"), ("v", "w"), ("ov", "off"), ("y", "i"), ("i", "y"), ("sky", "skiy"), ("k", "c"),
    ("c", "k"), ("ph", "f"), ("sh", "sch"), ("ll", "l"), ("l", "ll"), ("tt", "t"), ("n", "nn"),
    ("z", "s"), ("kh", "h"), ("ch", "tch"), ("u", "ou"), ("th", "t"), ("ck", "k"),
)  # fmt: skip
"""Ways of writing a sound that are taken for one another."""


def say(line):
    sys.stdout.write(f"{line}\n")


def dropped(word, chance):
    place = chance.randrange(len(word))
    return word[:place] + word[place + 1 :]


def another(word, chance):
    place = chance.randrange(len(word))
    return word[:place] + chance.choice(LETTERS) + word[place + 1 :]


def added(word, chance):
    place = chance.randrange(len(word) + 1)
    return word[:place] + chance.choice(LETTERS) + word[place:]


def swapped(word, chance):
    place = chance.randrange(len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def two_edits(word, chance):
    return chance.choice(EDITS)(chance.choice(EDITS)(word, chance), chance)


def written(word, chance):
    ways = [(one, other) for one, other in WRITTEN if one in word]
    return word.replace(*chance.choice(ways), 1) if ways else word


EDITS = (dropped, another, added, swapped)
SORTS = {
    "a letter dropped": dropped,
    "another letter": another,
    "a letter more": added,
    "two letters swapped": swapped,
    "written in another way": written,
    "two of these": two_edits,
}


def names_of(path, wanted, chance):
    with path.open(encoding="utf-8") as lines:
        real = sorted({json.loads(line)["author"] for line in lines} - {""})
    parts = [name.split() for name in real if len(name.split()) == 2]
    made = (
        f"{chance.choice(parts)[0]} {chance.choice(parts)[1]}"
        for _ in range(max(0, wanted - len(real)))
    )
    return real, [name[:300] for name in (*real, *made)][:wanted]


def fill(names):
    call_command("migrate", verbosity=0)
    call_command("flush", verbosity=0, interactive=False)
    rows = (
        Speaker(slug=f"{slug_of(name)[:150]}-{number}", name=name, kind="person")
        for number, name in enumerate(names)
    )
    Speaker.objects.bulk_create(rows, batch_size=1_000)
    before = process_time()
    rebuild()
    taken = (process_time() - before) / len(names) * 1e6
    say(f"{len(names)} speakers: {taken:.0f} µs CPU a name to keep, {NameKey.objects.count()} keys")
    say(f"to names, {WordKey.objects.count()} to words\n")


def question(name, make, chance, *, whole):
    """A name with its longest word misspelt: alone, or among the others."""
    words = list(folded(name))
    longest = max(words, key=len)
    misspelt = make(longest, chance)
    if misspelt == longest:
        return None
    return " ".join(misspelt if it == longest else it for it in words) if whole else misspelt


def recall(names, make, *, whole):
    """The shares of questions for which the name is the first of ten, and among them."""
    chance = random.Random(7)
    first = among = asked = 0
    times = []
    for name in names:
        typed = question(name, make, chance, whole=whole)
        if typed is None:
            continue
        before = perf_counter(), process_time()
        found = find(typed, most=10)
        times.append((process_time() - before[1]) * 1000)
        called = dict(
            Speaker.objects.filter(pk__in=[it.speaker for it in found]).values_list("pk", "name")
        )
        meant = [sorted(folded(called[it.speaker])) for it in found]
        wanted = sorted(folded(name))
        fits = [wanted == it if whole else max(wanted, key=len) in it for it in meant]
        asked, first, among = asked + 1, first + any(fits[:1]), among + any(fits)
    return first / asked, among / asked, median(times), sorted(times)[int(len(times) * 0.99)]


def measure_recall(names):
    say("| | first | of ten | p50, p99 ms CPU | first | of ten | p50, p99 ms CPU |")
    for sort, make in SORTS.items():
        cells = []
        for whole in (False, True):
            first, among, middle, slow = recall(names, make, whole=whole)
            cells.append(f"{first:.3f} | {among:.3f} | {middle:.1f}, {slow:.1f}")
        say(f"| {sort} | {' | '.join(cells)} |")


def measure_typing(names):
    say("\n| letters typed | find, p50 and p99 ms CPU | and tell |")
    for length in (1, 2, 3, 4, 6, 9):
        finding, telling = [], []
        for name in names:
            typed = name[:length]
            start = process_time()
            found = [one.speaker for one in find(typed, most=10)]
            middle = process_time()
            tell(found, typed)
            finding.append((middle - start) * 1000)
            telling.append((process_time() - middle) * 1000)
        slow = [sorted(times)[int(len(times) * 0.99)] for times in (finding, telling)]
        say(
            f"| {length} | {median(finding):.1f}, {slow[0]:.1f} "
            f"| {median(telling):.1f}, {slow[1]:.1f} |"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    parser.add_argument("--speakers", type=int, default=50_000)
    parser.add_argument("--asked", type=int, default=400)
    given = parser.parse_args()
    chance = random.Random(1)
    real, names = names_of(given.names, given.speakers, chance)
    fill(names)
    told = [name for name in real if name.isascii() and len(folded(name)) == 2]
    told = [name for name in told if len(max(folded(name), key=len)) >= 5]
    asked = chance.sample(told, given.asked)
    measure_recall(asked)
    measure_typing(asked)


if __name__ == "__main__":
    main()
