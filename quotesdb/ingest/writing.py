"""Writing what the files say, one kind of record after the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from quotesdb import acts
from quotesdb.faults import Parts
from quotesdb.ingest.bringing import Decision, Settle, decide, decide_absent
from quotesdb.ingest.memory import Memory
from quotesdb.ingest.mentions import canonical
from quotesdb.ingest.names import Name, Names
from quotesdb.ingest.report import Report
from quotesdb.ingest.shapes import SHAPES, Shape, Values
from quotesdb.models import Outlet
from quotesdb.portions import portions
from quotesdb.refusals import Refusal, Refused


@dataclass(slots=True)
class Item:
    """One record on its way: its values by the file, the row that is held, what shall become."""

    name: Name
    file: Values
    row: Any
    decision: Decision
    is_new: bool
    is_made: bool = False
    """Whether nothing is left to write."""


@dataclass(slots=True)
class Writing:
    """One run over the records; once anything is refused, it only looks for what else is wrong."""

    names: Names
    memory: Memory
    settle: Settle
    files: Mapping[Name, str]
    on_record: Callable[[], Any]
    report: Report = field(default_factory=Report)
    refusals: list[Refusal] = field(default_factory=list)

    def write_kind(self, kind: str, wanted: Mapping[str, Values]) -> None:
        items = list(self._decided(kind, wanted))
        if kind == "article":
            self._make_first(items)
        for item in items:
            self._write(item)
            self.on_record()

    def _decided(self, kind: str, wanted: Mapping[str, Values]) -> Iterator[Item]:
        shape = SHAPES[kind]
        rows = (row for some in portions(wanted) for row in shape.found(some))
        held = {shape.name(row): row for row in rows}
        for key, values in wanted.items():
            name, row = (kind, key), held.get(key)
            file = canonical(name, values, self.names)
            decision = self._decide(name, shape, file, row)
            self.report.conflicts += decision.conflicts
            if row is None and not decision.values:
                self.names.deleted.add(name)
            yield Item(name, file, row, decision, is_new=row is None)

    def _decide(self, name: Name, shape: Shape, file: Values, row: Any) -> Decision:
        last = self.memory.brought.get(name)
        brought = canonical(name, last.values, self.names) if last else {}
        kept = last.kept if last else {}
        if row is None and last is None:
            return Decision(file, file, {})
        if row is None:
            return decide_absent(name, file, brought, kept, self.settle, "deleted")
        if row.merged_into_id is not None:
            # To undo a merge is a curator's decision, not an importer's.
            settle = Settle.OURS if self.settle is Settle.OURS else Settle.LIST
            survivor = f'merged into "{self.names.canonical(*name)}"'
            return decide_absent(name, file, brought, kept, settle, survivor)
        return decide(name, file, shape.told(row), brought, kept, self.settle)

    def _make_first(self, items: list[Item]) -> None:
        """Articles may rely on one another in any order, even in a circle: make, then join."""
        for item in items:
            if item.is_new and item.decision.values:
                made = self._keep(item, {**item.decision.values, "relies_on": []})
                item.row = made if made.pk is not None else None
                item.is_made = item.row is not None and not item.decision.values["relies_on"]

    def _write(self, item: Item) -> None:
        if item.decision.values:
            outcome = self._outcome(item)
            if outcome != "unchanged" and not item.is_made:
                self._keep(item, item.decision.values)
            self.report.counts[item.name[0], outcome] += 1
        self.memory.learn(item.name, item.decision, self.files.get(item.name, ""))

    def _outcome(self, item: Item) -> str:
        if item.is_new:
            return "new"
        told = SHAPES[item.name[0]].told(item.row)
        return "unchanged" if item.decision.values == told else "changed"

    def _keep(self, item: Item, values: Values) -> Any:
        kind, key = self.names.about = item.name
        row = key if item.row is None else item.row
        made, parts = SHAPES[kind].made(row, values, self.names)
        self.names.learn(kind, key, made)
        said, self.names.refusals = self.names.refusals, []
        self.refusals += said or self._refused(item, made, parts)
        return made

    def _refused(self, item: Item, made: Any, parts: Parts) -> list[Refusal]:
        only_check = bool(self.refusals)
        try:
            if isinstance(made, Outlet):
                acts.keep_with_profile(made.speaker, made, parts, only_check=only_check)
            else:
                acts.keep(made, parts, only_check=only_check)
        except Refused as refused:
            return [Refusal(*item.name, said.path, said.sentence) for said in refused.refusals]
        return []
