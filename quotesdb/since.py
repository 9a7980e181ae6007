"""What became of a record since somebody saw it: the acts, and the members that they changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quotesdb.lines.kinds import IDENTITY, KINDS, OUTLET, PROFILED, SPEAKER, Kind
from quotesdb.models import Curated


@dataclass(frozen=True, slots=True)
class Past:
    """One act on a record: the version that it made, and the facts of the act."""

    version: int
    at: datetime
    by: str | None
    door: str
    why: str


@dataclass(frozen=True, slots=True)
class Since:
    """What changed, by the members' names in answers; nothing where the version is not known."""

    acts: tuple[Past, ...]
    members: tuple[str, ...]


def since(record: Curated, version: int) -> Since:
    """All that was done to the record after it was of this version: four queries, one a part."""
    kind = KINDS[record._meta.model_name or ""]
    rows = list(_history_of(record).filter(version__gt=version).select_related("history_user"))
    seen = _history_of(record).filter(version=version).last()
    if not rows or seen is None:
        return Since((), ())
    members = [*_differing(kind, record, seen), *_parts_touched(kind, record, rows[0].history_date)]
    if kind is OUTLET:
        members += _of_profile(record, rows[0].history_date)
    return Since(tuple(map(_past, rows)), tuple(dict.fromkeys(members)))


def _history_of(record: Any) -> Any:
    return type(record).history.filter(id=record.pk).order_by("history_id")


def _past(row: Any) -> Past:
    by = row.history_user.username if row.history_user else None
    return Past(row.version, row.history_date, by, row.door, row.history_change_reason or "")


def _differing(kind: Kind, record: Any, seen: Any) -> Iterator[str]:
    for member in (*kind.members, *(IDENTITY if kind is SPEAKER else ())):
        column = member.column
        if getattr(record, column, None) != getattr(seen, column, None):
            yield member.name


def _parts_touched(kind: Kind, record: Any, at: datetime) -> Iterator[str]:
    for part in kind.parts:
        touched = part.model.history.filter(
            **{f"{part.model.whole}_id": record.pk, "history_date__gte": at}
        )
        if touched.exists():
            yield part.name


def _of_profile(outlet: Any, at: datetime) -> Iterator[str]:
    """Of the speaker that an outlet is, whose changes are the outlet's too."""
    speaker = outlet.speaker
    seen = _history_of(speaker).filter(history_date__lt=at).last()
    if seen is not None:
        yield from _differing(PROFILED, speaker, seen)
    yield from _parts_touched(PROFILED, speaker, at)
