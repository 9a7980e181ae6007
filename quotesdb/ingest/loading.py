"""The way of one import through the database."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quotesdb import acts
from quotesdb.ingest.bringing import Settle
from quotesdb.ingest.memory import Memory
from quotesdb.ingest.mentions import mentioned
from quotesdb.ingest.names import Name, Names
from quotesdb.ingest.report import Report
from quotesdb.ingest.shapes import SHAPES, Values, values_of
from quotesdb.ingest.writing import Writing
from quotesdb.models import Curator
from quotesdb.models.history import Act
from quotesdb.records import AppearanceRecord, Record, identity
from quotesdb.refusals import Refusal, Refused
from quotesdb.vocabulary import Door

TWICE = "This record is given twice."


@dataclass(frozen=True, slots=True)
class Errand:
    """What an importer is sent to do, and how."""

    records: Sequence[Record]
    importer: str
    files: Mapping[Name, str]
    scope: Sequence[str]
    settle: Settle
    on_record: Callable[[], Any]


def load(
    records: Sequence[Record],
    *,
    importer: str,
    files: Mapping[Name, str] | None = None,
    scope: Sequence[str] = (),
    settle: Settle = Settle.LIST,
    by: Curator | None = None,
    why: str = "",
    on_record: Callable[[], Any] = lambda: None,
) -> Report:
    """Bring records in, in one transaction.

    `files` says which file each record stands in; what was once brought from files inside `scope`
    (names of files or folders) and is not among the records is reported as gone, never deleted.

    Raises Refused, with everything that is wrong with any of them; nothing is written then.
    """
    reason = why or f"brought by {importer}"
    errand = Errand(records, importer, files or {}, scope, settle, on_record)
    with acts.whole(Act(Door.IMPORT, by, reason)):
        return _load(errand)


def _load(errand: Errand) -> Report:
    memory = Memory(errand.importer)
    memory.load()
    wanted = _by_kind(errand.records)
    writing = Writing(_names(wanted, memory), memory, errand.settle, errand.files, errand.on_record)
    writing.refusals += _given_twice(errand.records)
    for kind in SHAPES:
        writing.write_kind(kind, wanted[kind])
    if writing.refusals:
        raise Refused(list(dict.fromkeys(writing.refusals)))
    memory.write()
    writing.report.gone = memory.gone(set(map(identity, errand.records)), errand.scope)
    return writing.report


def _given_twice(records: Sequence[Record]) -> Iterable[Refusal]:
    seen = set()
    for record in records:
        if identity(record) in seen:
            yield Refusal(*identity(record), (), TWICE)
        seen.add(identity(record))


def _by_kind(records: Sequence[Record]) -> dict[str, dict[str, Values]]:
    wanted: dict[str, dict[str, Values]] = defaultdict(dict)
    for record in _outer_first(records):
        kind, key = identity(record)
        wanted[kind][key] = values_of(record)
    return wanted


def _outer_first(records: Sequence[Record]) -> list[Record]:
    """The records in their order, but none before the appearance that it is nested in."""
    appearances = {one.key: one for one in records if isinstance(one, AppearanceRecord)}
    placed: dict[Name, Record] = {}
    for record in records:
        for one in [*_around(record, appearances), record]:
            placed.setdefault(identity(one), one)
    return list(placed.values())


def _around(record: Record, appearances: Mapping[str, AppearanceRecord]) -> list[Record]:
    """The appearances that a record is nested in, outermost first; none if it is in a loop."""
    around: list[Record] = []
    outer = _outer(record, appearances)
    while outer is not None:
        if outer is record or outer in around:
            return []
        around.insert(0, outer)
        outer = _outer(outer, appearances)
    return around


def _outer(record: Record, appearances: Mapping[str, AppearanceRecord]) -> AppearanceRecord | None:
    if not isinstance(record, AppearanceRecord) or record.nested_in is None:
        return None
    return appearances.get(record.nested_in)


def _names(wanted: Mapping[str, Mapping[str, Values]], memory: Memory) -> Names:
    """All names in the files and in what was brought before, looked up at once."""
    named: dict[str, set[str]] = defaultdict(set)
    for kind, by_key in wanted.items():
        named[kind].update(by_key)
        for key, values in by_key.items():
            last = memory.brought.get((kind, key))
            for other, name in [*mentioned(values), *mentioned(last.values if last else {})]:
                named[other].add(name)
    names = Names(in_files={(kind, key) for kind, by_key in wanted.items() for key in by_key})
    names.load(named)
    return names
