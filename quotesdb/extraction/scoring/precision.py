"""How often each rule is right, fitted on some articles and tried on others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from zlib import crc32

from quotesdb.extraction.english.confidence import ANYBODY, key_of
from quotesdb.extraction.scoring.figures import Judged

ENOUGH = 20
"""Proposals of one rule and one sort of speaker, from which they have a precision of their own."""

PARTS = 3

Table = dict[tuple[str, str], tuple[float, int]]


def fitted(judged: Iterable[Judged]) -> Table:
    """The part that was right, by rule and sort of speaker, each with how many there were.

    One right and one wrong are added, so that three of three are not taken for certain.
    """
    outcomes: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for it in judged:
        rule, sort = key_of(it.row.rule, it.row.head)
        outcomes[rule, sort].append(it.right)
        outcomes[rule, ANYBODY].append(it.right)
    return {
        key: ((sum(found) + 1) / (len(found) + 2), len(found))
        for key, found in outcomes.items()
        if key[1] == ANYBODY or len(found) >= ENOUGH
    }


def cross_validated(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """For every proposal its confidence by a table fitted on other articles, and the truth."""
    found = []
    for part in range(PARTS):
        table = fitted(it for it in judged if _part(it) != part)
        for it in judged:
            if _part(it) == part:
                rule, sort = key_of(it.row.rule, it.row.head)
                known = table.get((rule, sort)) or table.get((rule, ANYBODY), (0.5, 0))
                found.append((known[0], it.right))
    return found


def _part(judged: Judged) -> int:
    return crc32(judged.key.encode()) % PARTS


def lines(table: Table) -> Iterable[str]:
    """The table as the lexicon has it."""
    for (rule, sort), (precision, count) in sorted(table.items()):
        yield f"{rule} | {sort} | {precision:.2f} | {count}"
