"""How a record with its parts stood at a moment, as rows of history."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quotesdb.past.differing import GONE, RowChange, difference
from quotesdb.past.newest import newest
from quotesdb.past.sources import Source, sources_of


@dataclass(frozen=True, slots=True)
class Standing:
    """The rows of each table that tells of the record; none where it was not there."""

    rows: tuple[tuple[Source, tuple[Any, ...]], ...]

    @property
    def record(self) -> Any:
        """Its own row; None where it was not there."""
        return next(iter(self.rows[0][1]), None)

    def roots(self) -> Iterator[Any]:
        """Its own row, and that of the speaker that an outlet is."""
        return (row for source, some in self.rows if source.is_of_record for row in some)

    def parts(self) -> dict[str, tuple[Any, ...]]:
        """By relation: of a record that has profile and parts, the profile's too."""
        return {source.relation: some for source, some in self.rows if source.relation}

    def all_rows(self) -> Iterator[Any]:
        return (row for _, some in self.rows for row in some)


def standing(
    model: Any, number: int, *, until: datetime | None = None, before: datetime | None = None
) -> Standing:
    """How the record stood: one query for each table."""
    return Standing(
        tuple(
            (source, tuple(_standing(source, until, before)))
            for source in sources_of(model, number)
        )
    )


def _standing(source: Source, until: datetime | None, before: datetime | None) -> Iterator[Any]:
    rows = newest(source.rows(), until=until, before=before).order_by("id")
    return (row for row in rows if row.history_type != GONE)


def between(earlier: Standing, later: Standing) -> list[RowChange]:
    """What tells one from the other; a part that came back is the same part, by another number."""
    found = []
    for (source, former), (_, rows) in zip(earlier.rows, later.rows, strict=True):
        was, is_ = ({_told_apart(source, row): row for row in some} for some in (former, rows))
        for one in dict.fromkeys([*was, *is_]):
            if change := difference(was.get(one), is_.get(one)):
                found.append(change)
    return found


def _told_apart(source: Source, row: Any) -> tuple[Any, ...]:
    if source.is_of_record:
        return ()
    return tuple(getattr(row, name) for name in source.model.told_apart_by)
