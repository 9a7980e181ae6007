"""How often look-up is mistaken, and what a long text costs: figures for `docs/lookup.md`.

    python -m tests.benchmarks.measure_verdicts QUOTES.jsonl [--most 20000] [--ask 2000] [--half 1]

A quote is `{"text", "author"}`. They are read from where they are into a database of its own, which
VAR_DIR keeps for the next run. Each of those asked is looked up as if it were not held: what is
found is found in another quote. Whether that is a mistake depends on whether it has a near-copy
(`near_copies.py`) and on whose the other is; both are told. Then the same quotes are altered, and
looked up where they are held. `--half 0` asks only those by which thresholds may be chosen,
`--half 1` only the others. The long text is made of altered quotes.
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
from zlib import crc32

if __name__ == "__main__":
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp())
    os.environ |= {"DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
    import django

    django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from quotesdb.likeness import nearest, rebuild  # noqa: E402
from quotesdb.lookup.comparing import likenesses  # noqa: E402
from quotesdb.lookup.items import Item  # noqa: E402
from quotesdb.lookup.thresholds import MOST_CHARACTERS, NEAREST  # noqa: E402
from quotesdb.lookup.verdicts import Verdict, judged  # noqa: E402
from quotesdb.models import Quote  # noqa: E402
from quotesdb.portions import portions  # noqa: E402
from tests.benchmarks import altering  # noqa: E402
from tests.benchmarks.near_copies import Collection, Copied  # noqa: E402

TIMES = 7
AT_ONCE = 50
QUOTATIONS = 100
LEAST_ALTERED = 8
"""Words of a quote that is altered."""

FOUND = (Verdict.EXACT, Verdict.TYPOGRAPHIC, Verdict.EXCERPT, Verdict.VARIANT)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(path, most, ask, half, seed, show):
    call_command("migrate", verbosity=0)
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, most)]
    fill(rows)
    held = {key: pk for pk, key in Quote.objects.values_list("pk", "key")}
    numbers = {held[f"measured-{number}"]: number for number in range(len(rows))}
    asked = [pk for pk in sorted(numbers) if half is None or half_of(rows[numbers[pk]]) == half]
    chosen = random.Random(seed).sample(asked, min(ask, len(asked)))
    tell_mistakes(rows, numbers, chosen, show)
    texts = {pk: rows[numbers[pk]]["text"] for pk in chosen}
    tell_what_is_missed(texts, random.Random(seed))
    tell_the_time_of_a_text(list(texts.values()), random.Random(seed))


def half_of(row):
    """Half of all texts, the same ones always."""
    return crc32(row["text"].encode()) % 2


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
    copies = Collection([row["text"] for row in rows])
    verdicts, variants = Counter(), []
    for pk, found in found_in_others(rows, numbers, chosen):
        copied = copies.copied(numbers[pk])
        verdicts[found.verdict, copied] += 1
        if found.verdict is Verdict.VARIANT:
            variants.append((copied, pk, found.meant[0]))
    say(f"{'copied:':12}" + "".join(f"{copied.value:>16}" for copied in Copied))
    for verdict in Verdict:
        say(f"{verdict.value:12}" + "".join(f"{verdicts[verdict, it]:>16}" for it in Copied))
    for mistaken in ((Copied.BY_WORDS, Copied.NOT), (Copied.NOT,)):
        alone = sum(verdicts[verdict, copied] for verdict in Verdict for copied in mistaken)
        theirs = [same_author(rows, numbers, *it) for copied, *it in variants if copied in mistaken]
        copied = " or ".join(mistaken)
        say(f"copied {copied}: {len(theirs)} of {alone} variants, {sum(theirs)} of one author")
    for copied, pk, one in variants[:show]:
        say(f"\ncopied {copied}\n{rows[numbers[pk]]['text']}\n{one.near.text}")


def found_in_others(rows, numbers, chosen):
    """What is found of each, with its number, if it is not held itself."""
    for some in portions(chosen, AT_ONCE):
        texts = [rows[numbers[pk]]["text"] for pk in some]
        for pk, text, near in zip(some, texts, nearest(texts, NEAREST + 1), strict=True):
            yield pk, judgement(text, [one for one in near if one.quote != pk])


def judgement(text, near):
    item = Item(((0, len(text)),), (text,))
    return judged(item, likenesses(item, near), frozenset())


def tell_what_is_missed(texts, chance):
    """Of altered quotes, how many are told to be what they are."""
    long = [(pk, text) for pk, text in texts.items() if len(text.split()) >= LEAST_ALTERED]
    words = [word for _, text in long for word in text.split()]
    questions = list(altering.altered(long, chance, words))
    for how in ("lightly", "heavily"):
        first = told = 0
        for some in portions(questions, AT_ONCE):
            asked = [getattr(question, how) for question in some]
            for question, text, near in zip(some, asked, nearest(asked, NEAREST), strict=True):
                found = judgement(text, near)
                first += near[:1] != [] and near[0].quote == question.quote
                told += found.verdict in FOUND and found.meant[0].near.quote == question.quote
        say(f"{how} altered: of {len(questions)}, {first} nearest, {told} found")


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
    parser.add_argument("--half", type=int, choices=[0, 1])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    main(options.path, options.most, options.ask, options.half, options.seed, options.show)
