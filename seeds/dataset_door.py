"""The door by which records of datasets come in: whole portions, without what is refused.

What is refused takes with it only what names it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quotesdb.ingest import bring_many
from quotesdb.ingest.bulk import BulkReport, Located
from quotesdb.models import Curator
from quotesdb.records import ArticleRecord, OutletRecord, Record, SpeakerRecord

Name = tuple[str, str]

CHANGED = "what a curator changed by hand: it stays so"


@dataclass(slots=True)
class Passed:
    """Counts by kind and outcome, what was refused and why, and what a curator has changed."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    refused: dict[Name, str] = field(default_factory=dict)
    by_hand: dict[Name, str] = field(default_factory=dict)


def pass_in(records: Sequence[Record], *, by: Curator | None, why: str) -> Passed:
    """Write all of them but the refused. Raises quotesdb.turns.Busy."""
    passed = Passed()
    for some in _layers(records):
        located = (Located(record, "") for record in some)
        _count(bring_many(located, by=by, why=why, at_once=len(some) + 1), passed)
    return passed


def _layers(records: Sequence[Record]) -> Iterator[list[Record]]:
    """What is named comes in before what is held is completed by naming it."""
    layers: tuple[list[Record], ...] = ([], [], [])
    for record in records:
        match record:
            case SpeakerRecord() | OutletRecord():
                layers[0].append(record)
            case ArticleRecord(relies_on=()):
                layers[1].append(record)
            case _:
                layers[2].append(record)
    return filter(None, layers)


def _count(report: BulkReport, passed: Passed) -> None:
    passed.counts += report.counts
    for it in report.refusals:
        passed.refused.setdefault((it.kind, it.key), it.sentence)
    for it in report.differing:
        passed.by_hand[it.kind, it.key] = CHANGED
