"""The acts on a record, the last one first: a page of them for a number of queries that is fixed.

Three for each table that tells of the record, and some for the names of what its rows refer to.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from quotesdb.models import Speaker
from quotesdb.past import private
from quotesdb.past.differing import RowChange, difference
from quotesdb.past.naming import put_names
from quotesdb.past.newest import newest
from quotesdb.past.sources import Source, sources_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
LAST = (datetime.max.replace(tzinfo=UTC) - EPOCH) // MICROSECOND


@dataclass(slots=True)
class Entry:
    """One act, as far as it touched the record."""

    at: datetime
    by: Any
    door: str
    why: str
    version: int | None = None
    """The record's after it; None where only parts of it were written, as by an import."""

    changes: list[RowChange] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The moment of the act as a number of microseconds since 1970: it names the act."""
        return (self.at - EPOCH) // MICROSECOND


@dataclass(frozen=True, slots=True)
class Page:
    entries: list[Entry]
    is_last: bool


def moment_of(number: int) -> datetime | None:
    """The moment that a number names; None where it is beyond all moments."""
    return EPOCH + number * MICROSECOND if number <= LAST else None


def entries(
    model: Any,
    number: int,
    *,
    size: int,
    before: datetime | None = None,
    with_private: bool = False,
) -> Page:
    """The last acts on a record, or the last ones before a moment."""
    sources = list(sources_of(model, number))
    moments = _moments(sources, before, size + 1)
    shown = moments[:size]
    if not shown:
        return Page([], is_last=True)
    told = [_Told(source, shown[-1], shown[0]) for source in sources]
    if not with_private:
        for one in told:
            one.hide()
    found = [_entry(at, told) for at in shown]
    put_names(change for entry in found for change in entry.changes)
    return Page(found, is_last=len(moments) <= size)


def _moments(sources: Sequence[Source], before: datetime | None, many: int) -> list[datetime]:
    parts = [source.rows().values_list("history_date", flat=True) for source in sources]
    if before is not None:
        parts = [part.filter(history_date__lt=before) for part in parts]
    first, *rest = parts
    together = first.union(*rest) if rest else first.distinct()
    return list(together.order_by("-history_date")[:many])


class _Told:
    """The rows of one table between two moments, and how each row stood before."""

    def __init__(self, source: Source, oldest: datetime, latest: datetime):
        self.source = source
        within = source.rows().filter(history_date__gte=oldest, history_date__lte=latest)
        in_order = within.order_by("history_date", "history_id")
        self.rows = list(in_order.select_related("history_user"))
        of_these = source.rows().filter(id__in={row.id for row in self.rows})
        self.stood = {row.id: row for row in newest(of_these, before=oldest)}
        self.by_moment = self._by_moment()
        self.is_private: set[datetime] = set()
        """The acts that wrote what is not public."""

    def _by_moment(self) -> dict[datetime, dict[int, tuple[Any, Any]]]:
        """By moment and row: how it stood before the act, and after it."""
        found: dict[datetime, dict[int, tuple[Any, Any]]] = defaultdict(dict)
        stood = dict(self.stood)
        for row in self.rows:
            before, _ = found[row.history_date].get(row.id, (stood.get(row.id), None))
            found[row.history_date][row.id] = before, row
            stood[row.id] = row
        return found

    def hide(self) -> None:
        if self.source.model is not Speaker:
            return
        rows = [*self.stood.values(), *self.rows]
        said = {row.history_id: private.identity_in(row) for row in rows}
        is_public = private.is_public_now(self.source.number)
        for row in rows:
            private.hide_identity(row, is_public=is_public)
        hidden = {
            row.history_id for row in rows if private.identity_in(row) != said[row.history_id]
        }
        for at, changed in self.by_moment.items():
            for before, after in changed.values():
                was = said.get(before.history_id) if before is not None else (None, False)
                moved = said[after.history_id] != was
                if moved and {getattr(before, "history_id", None), after.history_id} & hidden:
                    self.is_private.add(at)


def _entry(at: datetime, told: Sequence[_Told]) -> Entry:
    rows = [row for one in told for _, row in one.by_moment.get(at, {}).values()]
    first = rows[0]
    # Whoever notes why an identity is recorded may well name it.
    is_private = any(at in one.is_private for one in told)
    why = "" if is_private else first.history_change_reason or ""
    entry = Entry(at, first.history_user, first.door, why)
    for one in told:
        entry.changes += _changes(one, at)
    own = told[0].by_moment.get(at, {})
    entry.version = next((row.version for _, row in own.values()), None)
    return entry


def _changes(told: _Told, at: datetime) -> Iterator[RowChange]:
    for before, after in told.by_moment.get(at, {}).values():
        if change := difference(before, after):
            yield change
