"""The way of one import through the database."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from quotesdb import acts
from quotesdb.ingest import names as naming
from quotesdb.ingest.bringing import Decision, Settle, decide, decide_absent
from quotesdb.ingest.names import Names
from quotesdb.ingest.report import Gone, Report
from quotesdb.ingest.shapes import SHAPES, Shape, Values, values_of
from quotesdb.models import Brought, Curator, Outlet
from quotesdb.models.history import Act, acting
from quotesdb.records import AppearanceRecord, Record, identity
from quotesdb.refusals import Refusal, Refused
from quotesdb.vocabulary import Door

Name = tuple[str, str]


@dataclass(slots=True)
class Import:
    """One run of one importer: what it is told, and what it has found so far."""

    importer: str
    settle: Settle
    files: Mapping[Name, str]
    on_record: Callable[[], Any]
    report: Report = field(default_factory=Report)
    names: Names = field(default_factory=Names)
    brought: dict[Name, Brought] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)


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

    Raises Refused, with everything that is wrong with any of them; nothing is written then. When
    two imports race, the second starts again over what the first has written.
    """
    run = Import(importer, settle, files or {}, on_record)
    try:
        return _load(records, run, scope, by, why)
    except IntegrityError:
        again = Import(importer, settle, files or {}, lambda: None)
        return _load(records, again, scope, by, why)


def _load(
    records: Sequence[Record], run: Import, scope: Sequence[str], by: Curator | None, why: str
) -> Report:
    with transaction.atomic(), acting(Act(Door.IMPORT, by, why or f"brought by {run.importer}")):
        wanted = _by_kind(records)
        run.brought = _brought(run.importer)
        _load_names(run, wanted)
        for kind, shape in SHAPES.items():
            _load_kind(run, kind, shape, wanted[kind])
        if run.refusals:
            raise Refused(run.refusals)
        _report_gone(run, {identity(record) for record in records}, scope)
    return run.report


def _by_kind(records: Sequence[Record]) -> dict[str, dict[str, Values]]:
    wanted: dict[str, dict[str, Values]] = defaultdict(dict)
    for record in _outer_first(records):
        kind, key = identity(record)
        wanted[kind][key] = values_of(record)
    return wanted


def _outer_first(records: Sequence[Record]) -> list[Record]:
    """Outer appearances before those nested in them; the order is kept otherwise."""
    outer = {
        record.key: record.nested_in for record in records if isinstance(record, AppearanceRecord)
    }

    def depth(record: Record) -> int:
        if not isinstance(record, AppearanceRecord):
            return 0
        steps, key, seen = 0, record.nested_in, {record.key}
        while key is not None and key not in seen:
            seen.add(key)
            key, steps = outer.get(key), steps + 1
        return steps

    return sorted(records, key=depth)


def _brought(importer: str) -> dict[Name, Brought]:
    return {(row.kind, row.key): row for row in Brought.objects.filter(importer=importer)}


def _load_names(run: Import, wanted: Mapping[str, Mapping[str, Values]]) -> None:
    mentioned: dict[str, set[str]] = defaultdict(set)
    for kind, by_key in wanted.items():
        mentioned[kind].update(by_key)
        for key, values in by_key.items():
            brought = run.brought.get((kind, key))
            for other, name in _mentions(values, brought):
                mentioned[other].add(name)
    run.names.load(mentioned)


def _mentions(values: Values, brought: Brought | None) -> Iterable[Name]:
    yield from naming.mentioned(values)
    if brought is not None:
        yield from naming.mentioned(brought.values)


def _load_kind(run: Import, kind: str, shape: Shape, wanted: Mapping[str, Values]) -> None:
    held = {shape.name(row): row for row in shape.found(wanted)}
    outcomes = []
    for key, values in wanted.items():
        name = (kind, key)
        decision = _decide(run, name, shape, naming.canonical(values, run.names), held.get(key))
        run.report.conflicts += decision.conflicts
        outcomes.append((name, held.get(key), decision))
    if kind == "article":
        _make_articles_first(run, shape, outcomes)
    for name, row, decision in outcomes:
        _write(run, name, shape, row, decision)
        run.on_record()


def _decide(run: Import, name: Name, shape: Shape, file: Values, row: Any) -> Decision:
    last = run.brought.get(name)
    brought = naming.canonical(last.values, run.names) if last else {}
    kept = last.kept if last else {}
    if row is None or row.merged_into_id is not None:
        settle = run.settle if row is None or run.settle is Settle.OURS else Settle.LIST
        absent = decide_absent(name, file, brought, kept, settle) if last or row else None
        return absent or Decision(file, file, {})
    return decide(name, file, shape.told(row), brought, kept, run.settle)


Outcome = tuple[Name, Any, Decision]


def _make_articles_first(run: Import, shape: Shape, outcomes: list[Outcome]) -> None:
    """Articles may rely on one another in any order, even in a circle: first make, then join."""
    for index, (name, row, decision) in enumerate(outcomes):
        if row is not None or not decision.values:
            continue
        made = _keep(run, name, shape, None, {**decision.values, "relies_on": []})
        if made is not None and made.pk is not None:
            outcomes[index] = (name, made, decision)
            run.report.counts["article", "new"] += 1


def _write(run: Import, name: Name, shape: Shape, row: Any, decision: Decision) -> None:
    if _stays(row, shape, decision):
        outcome = "unchanged"
    else:
        outcome = "new" if row is None else "changed"
        _keep(run, name, shape, row, decision.values)
    if not _is_new_already(row):
        run.report.counts[name[0], outcome] += 1
    if not run.refusals:
        _remember(run, name, decision)


def _stays(row: Any, shape: Shape, decision: Decision) -> bool:
    if not decision.values:
        return True
    return row is not None and (
        row.merged_into_id is not None or decision.values == shape.told(row)
    )


def _is_new_already(row: Any) -> bool:
    return row is not None and (type(row), row.pk) in acts.current_act().made


def _keep(run: Import, name: Name, shape: Shape, row: Any, values: Values) -> Any:
    """Write one record; once anything was refused, only look for what else is wrong."""
    run.names.about = name
    made, parts = shape.made(row if row is not None else name[1], values, run.names)
    if row is None:
        run.names.learn(name[0], name[1], made)
    said, run.names.refusals = run.names.refusals, []
    if not said:
        said = _refused(made, parts, name, only_check=bool(run.refusals))
    run.refusals += said
    return made


def _refused(made: Any, parts: acts.Parts, name: Name, *, only_check: bool) -> list[Refusal]:
    try:
        if isinstance(made, Outlet):
            acts.keep_with_profile(made.speaker, made, parts, only_check=only_check)
        else:
            acts.keep(made, parts, only_check=only_check)
    except Refused as refused:
        return [Refusal(*name, said.path, said.sentence) for said in refused.refusals]
    return []


def _remember(run: Import, name: Name, decision: Decision) -> None:
    last = run.brought.get(name)
    file = run.files.get(name, "")
    if last is None:
        last = Brought(importer=run.importer, kind=name[0], key=name[1])
    elif (last.values, last.kept, last.file) == (decision.brought, decision.kept, file):
        return
    last.values, last.kept, last.file = decision.brought, decision.kept, file
    last.save()


def _report_gone(run: Import, present: set[Name], scope: Sequence[str]) -> None:
    for name, last in sorted(run.brought.items()):
        inside = any(last.file == place or last.file.startswith(f"{place}/") for place in scope)
        if inside and name not in present:
            run.report.gone.append(Gone(*name, last.file))
