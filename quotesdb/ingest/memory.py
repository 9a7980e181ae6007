"""What an importer remembers between its runs: what it last brought, and from which file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from quotesdb.ingest.bringing import Decision
from quotesdb.ingest.names import Name
from quotesdb.ingest.report import Gone
from quotesdb.ingest.shapes import SHAPES
from quotesdb.models import Brought
from quotesdb.portions import portions


@dataclass(slots=True)
class Memory:
    """The memory of one importer. What it learns in a run is written at the end, all at once."""

    importer: str
    brought: dict[Name, Brought] = field(default_factory=dict)
    _new: list[Brought] = field(default_factory=list)
    _changed: list[Brought] = field(default_factory=list)

    def load(self) -> None:
        rows = Brought.objects.filter(importer=self.importer)
        self.brought = {(row.kind, row.key): row for row in rows}

    def learn(self, name: Name, decision: Decision, file: str) -> None:
        """Remember what was decided about a record."""
        last = self.brought.get(name)
        if last is None and decision.brought:
            last = Brought(importer=self.importer, kind=name[0], key=name[1])
            self._new.append(last)
        elif last is None or _knows(last, decision, file):
            return
        else:
            self._changed.append(last)
        last.values, last.kept, last.file = decision.brought, decision.kept, file

    def write(self) -> None:
        Brought.objects.bulk_create(self._new, batch_size=500)
        Brought.objects.bulk_update(self._changed, ["values", "kept", "file"], batch_size=500)

    def gone(self, present: set[Name], scope: Sequence[str]) -> list[Gone]:
        """What was brought from files inside `scope`, is not `present`, and still stands."""
        missing = [
            row
            for name, row in sorted(self.brought.items())
            if name not in present and any(_is_inside(row.file, place) for place in scope)
        ]
        standing = _standing(missing)
        return [
            Gone(row.kind, row.key, row.file) for row in missing if (row.kind, row.key) in standing
        ]


def _knows(last: Brought, decision: Decision, file: str) -> bool:
    return (last.values, last.kept, last.file) == (decision.brought, decision.kept, file)


def _is_inside(file: str, place: str) -> bool:
    return file != "" and PurePosixPath(file).is_relative_to(place)


def _standing(missing: Sequence[Brought]) -> set[Name]:
    return {
        (kind, shape.name(row))
        for kind, shape in SHAPES.items()
        for some in portions(row.key for row in missing if row.kind == kind)
        for row in shape.found(some).filter(merged_into=None)
    }
