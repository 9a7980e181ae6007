"""How often look-up is mistaken, and what a long text costs: figures for `docs/lookup.md`.

    python -m tests.benchmarks.measure_verdicts QUOTES.jsonl [--most 20000] [--ask 2000] [--show 10]

A quote is `{"text", "author"}`. They are read from where they are into a database of its own, which
VAR_DIR keeps for the next run. Each of those asked is looked up as if it were not held: what is
found is found in another quote. Whether that is a mistake depends on how near the other is, letter
by letter, and on whose it is; both are told. The long text is made of altered quotes.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

if __name__ == "__main__":
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp())
    os.environ |= {"DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
    import django

    django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from rapidfuzz import fuzz  # noqa: E402

from quotesdb.likeness import nearest, rebuild  # noqa: E402
from quotesdb.lookup.comparing import likenesses  # noqa: E402
from quotesdb.lookup.items import Item  # noqa: E402
from quotesdb.lookup.thresholds import MOST_CHARACTERS, NEAREST  # noqa: E402
from quotesdb.lookup.verdicts import Verdict, judged  # noqa: E402
from quotesdb.models import Quote  # noqa: E402
from quotesdb.portions import portions  # noqa: E402

TIMES = 7
AT_ONCE = 50
QUOTATIONS = 100
COPY = 90.0
"""A ratio of letters from which one is a near-copy of the other."""


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(path, most, ask, seed, show):
    call_command("migrate", verbosity=0)
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, most)]
    fill(rows)
    held = {key: pk for pk, key in Quote.objects.values_list("pk", "key")}
    numbers = {held[f"measured-{number}"]: number for number in range(len(rows))}
    chosen = random.Random(seed).sample(sorted(numbers), min(ask, len(numbers)))
    tell_mistakes(rows, numbers, chosen, show)
    tell_the_time_of_a_text([rows[numbers[pk]]["text"] for pk in chosen], random.Random(seed))


def fill(rows):
    if Quote.objects.count() == len(rows):
        return
    before = perf_counter()
    call_command("flush", verbosity=0, interactive=False)
    quotes = (Quote(key=f"measured-{n}", text=row["text"]) for n, row in enumerate(rows))
    for some in portions(quotes):
        Quote.objects.bulk_create(some)
    rebuild()
    say(f"{len(rows):,} quotes loaded in {perf_counter() - before:.0f} s")


def tell_mistakes(rows, numbers, chosen, show):
    verdicts, shown = Counter(), []
    for some in portions(chosen, AT_ONCE):
        texts = [rows[numbers[pk]]["text"] for pk in some]
        for pk, text, near in zip(some, texts, nearest(texts, NEAREST + 1), strict=True):
            others = [one for one in near if one.quote != pk]
            found = judged(as_item(text), likenesses(as_item(text), others), frozenset())
            is_copied = any(fuzz.ratio(text, one.text) >= COPY for one in others)
            verdicts[found.verdict, is_copied] += 1
            if found.verdict is Verdict.VARIANT and not is_copied:
                shown.append((pk, found.meant[0]))
    for verdict in Verdict:
        copied, others = verdicts[verdict, True], verdicts[verdict, False]
        say(f"{verdict.value:12}{others:>7} without a near-copy{copied:>7} with one")
    alone = sum(count for (_, is_copied), count in verdicts.items() if not is_copied)
    theirs = sum(same_author(rows, numbers, *one) for one in shown)
    say(f"{len(shown)} of {alone} without a near-copy are variants, {theirs} of one author")
    for pk, one in shown[:show]:
        say(f"\n{rows[numbers[pk]]['text']}\n{one.near.text}")


def as_item(text):
    return Item(((0, len(text)),), (text,))


def same_author(rows, numbers, pk, one):
    return rows[numbers[pk]].get("author") == rows[numbers[one.near.quote]].get("author")


def tell_the_time_of_a_text(texts, chance):
    """A hundred quotations, a word of twelve left out, with prose of the article's own between."""
    said = [altered(text, chance) for text in texts if 40 <= len(text) <= 400][:QUOTATIONS]
    filler = "The paper had sent nobody, and wrote down what was told at the quay that day. "
    left = MOST_CHARACTERS - sum(len(text) + 30 for text in said)
    prose = filler * (left // len(said) // len(filler))
    text = "\n\n".join(f"“{words},” Grace Hill said. {prose}" for words in said)
    client = Client(headers={"host": "localhost"})
    took = []
    for _ in range(TIMES):
        before = perf_counter()
        answer = client.post("/api/v1/lookup/", {"text": text}, content_type="application/json")
        took.append(perf_counter() - before)
        assert answer.status_code == 200, answer.content
    results = answer.json()["results"]
    found = Counter(result["verdict"] for result in results)
    say(f"{len(text):,} characters, {len(said)} quotations: {median(took) * 1000:.0f} ms")
    say(f"{len(answer.content):,} bytes: " + ", ".join(f"{it} {n}" for it, n in found.items()))


def altered(text, chance):
    words = [word for word in text.replace("“", "").replace("”", "").split() if word]
    return " ".join(word for word in words if chance.random() > 1 / 12).rstrip(".,;:!?")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--most", type=int, default=None)
    parser.add_argument("--ask", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    main(options.path, options.most, options.ask, options.seed, options.show)
