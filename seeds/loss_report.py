"""What an import of a dataset kept, what it lost and what was dirt, for people and for programs."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from seeds.closing_table import KINDS
from seeds.dataset_importing import Run
from seeds.datasets.ledger import Tally

FATES = {
    "imported": "imported",
    "same": "held already",
    "dirt": "dirt, of no use",
    "left_out": "left out",
    "refused": "refused",
}
SORTS = {
    "lost": "Not kept, for there is no place for it here",
    "dirt": "Dirt",
    "left_out": "Left out",
    "refused": "Refused by the rules of the database",
}
EXAMPLES = 2


def as_json(run: Run, dataset: str, files: Sequence[str]) -> dict[str, Any]:
    """The whole report as JSON can hold it; `lines.read` is the sum of the other lines."""
    ledger = run.ledger
    fates = {fate.value: count for fate, count in ledger.fates.items()}
    return {
        "dataset": dataset,
        "files": list(files),
        "checked_only": run.only_check,
        "lines": {"read": ledger.read, **fates},
        "records": {
            kind: {outcome: count for (of, outcome), count in run.records.items() if of == kind}
            for kind in KINDS
        },
        **{sort: _tallies(getattr(ledger, sort)) for sort in SORTS},
        "broken": [str(mistake) for mistake in run.broken],
    }


def _tallies(tallies: dict[str, Tally]) -> dict[str, Any]:
    return {what: asdict(tally) for what, tally in _most_first(tallies)}


def _most_first(tallies: dict[str, Tally]) -> list[tuple[str, Tally]]:
    return sorted(tallies.items(), key=lambda it: (-it[1].count, it[0]))


def as_lines(run: Run) -> Iterator[str]:
    """The report for a person: counts, and of each sort of loss the first places."""
    ledger = run.ledger
    yield f"{'lines read':<18}{ledger.read:>12,}"
    for fate, count in ledger.fates.items():
        yield f"  {FATES[fate.value]:<16}{count:>12,}"
    for kind, plural in KINDS.items():
        if new := run.records[kind, "new"]:
            yield f"{'new ' + plural:<18}{new:>12,}"
    for sort, title in SORTS.items():
        yield from _sort(title, getattr(ledger, sort))
    yield from map(str, run.broken)


def _sort(title: str, tallies: dict[str, Tally]) -> Iterator[str]:
    if tallies:
        yield f"{title}:"
    for what, tally in _most_first(tallies):
        yield f"{tally.count:>12,}  {what}"
        for example in tally.examples[:EXAMPLES]:
            shown = f": {example.shown}" if example.shown else ""
            yield f"{'':14}{example.file}:{example.line}{shown}"
