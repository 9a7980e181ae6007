"""How well wordings are told apart: figures for `docs/wording.md`.

    python -m tests.benchmarks.measure_wording variants PAIRS.jsonl
    python -m tests.benchmarks.measure_wording merges QUOTES.jsonl [--sample 50] [--seed 1]

A pair is `{"type", "a", "b", "same"}`; a quote is `{"text", "author"}`. The second looks in a
large collection for pairs that would be taken for one quote. It compares only quotes that share
two of the rarest words of the one.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from quotesdb.wording import Kind, compare, is_same_quote, normalise
from quotesdb.wording.small_words import weight

RAREST = 5
COMMON = 3000
LEAST_OVERLAP = 0.55
LEAST_WEIGHT = 2.0


def rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def variants(path: Path) -> None:
    """By type: pairs of one quote found, pairs of two quotes taken for one, and the kinds."""
    taken: dict[tuple[str, bool], Counter] = defaultdict(Counter)
    for row in rows(path):
        count = taken[row["type"], row["same"]]
        count[compare(row["a"], row["b"]).kind] += 1
        count["taken"] += is_same_quote(row["a"], row["b"])
        count["all"] += 1
    for (kind, same), count in sorted(taken.items()):
        kinds = " ".join(f"{kind}:{count[kind]}" for kind in Kind if count[kind])
        label = "one quote" if same else "two quotes"
        say(f"{kind:22}{label:12}{count['taken']:>5} of {count['all']:<5}{kinds}")


class Collection:
    """Quotes by their words, to find those worth comparing."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.words = [frozenset(normalise(text).text.split()) for text in texts]
        self.weights = [sum(map(weight, words)) for words in self.words]
        self.frequency = Counter(word for words in self.words for word in words)
        self.holding: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self.words):
            for word in words:
                if self.frequency[word] <= COMMON:
                    self.holding[word].append(number)

    def candidates(self, number: int) -> Iterator[int]:
        known = sorted(
            (word for word in self.words[number] if weight(word) == 1),
            key=lambda word: (self.frequency[word], word),
        )[:RAREST]
        shared = Counter(other for word in known for other in self.holding.get(word, ()))
        needed = min(2, len(known))
        for other, count in shared.items():
            if count >= needed and other != number and self.likely(number, other):
                yield other

    def likely(self, number: int, other: int) -> bool:
        lighter = min(self.weights[number], self.weights[other])
        shared = sum(map(weight, self.words[number] & self.words[other]))
        return shared >= min(lighter, LEAST_WEIGHT) and shared >= LEAST_OVERLAP * lighter


def merges(path: Path, sample: int, seed: int) -> None:
    quotes = list(rows(path))
    collection = Collection([quote["text"] for quote in quotes])
    pairs = {
        (min(number, other), max(number, other))
        for number in range(len(quotes))
        for other in collection.candidates(number)
    }
    merged = [pair for pair in sorted(pairs) if is_same_quote(*(quotes[n]["text"] for n in pair))]
    kinds = Counter(compare(*(quotes[n]["text"] for n in pair)).kind for pair in merged)
    alike = sum(1 for one, two in merged if quotes[one].get("author") == quotes[two].get("author"))
    say(f"{len(quotes)} quotes, {len(pairs)} pairs compared, {len(merged)} taken for one quote")
    say(f"{alike} of them with one author; " + ", ".join(f"{k} {n}" for k, n in kinds.items()))
    chosen = random.Random(seed).sample(merged, min(sample, len(merged)))
    for one, two in chosen:
        kind = compare(quotes[one]["text"], quotes[two]["text"]).kind
        say(f"\n{kind}")
        for number in (one, two):
            say(f"  {quotes[number].get('author')}: {quotes[number]['text']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["variants", "merges"])
    parser.add_argument("path", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.what == "variants":
        variants(options.path)
    else:
        merges(options.path, options.sample, options.seed)


if __name__ == "__main__":
    main()
