"""How sure a proposal is: what part of those found alike were right, on articles read by people.

`lexicon/precision.txt` has the parts; `manage.py evaluate_reader GOLD --precision` fits them anew.
"""

from functools import cache

from quotesdb.extraction.english.words import sections, words

ANYBODY = "anybody"
UNKNOWN_RULE = 0.5


def key_of(rule: str, head: str) -> tuple[str, str]:
    """A rule, and what sort of word names the speaker: name, noun, pronoun or none."""
    if not head:
        return rule, "nobody"
    if head.lower() in pronouns():
        return rule, "pronoun"
    return rule, "name" if head[0].isupper() else "noun"


@cache
def pronouns() -> frozenset[str]:
    return words("closed.txt", "P") | words("closed.txt", "S") | words("closed.txt", "W") | {"that"}


def confidence(rule: str, head: str) -> float:
    known = _table()
    return known.get(key_of(rule, head)) or known.get((rule, ANYBODY), UNKNOWN_RULE)


@cache
def _table() -> dict[tuple[str, str], float]:
    table = {}
    for lines in sections("precision.txt").values():
        for line in lines:
            rule, sort, part, _ = line.split(" | ")
            table[rule, sort] = float(part)
    return table
