"""What one act did to one row: which fields it gave another value."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from quotesdb.models import Part

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
GONE, TOUCHED = "-", "~"
"""How django-simple-history calls a row that is deleted, and one that is changed."""

UNTOLD = {"id", "version", "updated_at"}
FOLLOWS = {"alias": {"slug"}}
"""What is kept with a row, and says nothing that its other fields do not."""

CALLED = {("reliance", "source"): "article"}
"""What a field is called in answers, where that is not its own name."""


@dataclass(slots=True)
class Value:
    """What a field had before an act, and after it; of a reference, the model and the number."""

    field: Any
    before: Any
    after: Any

    @property
    def name(self) -> str:
        noun = str(self.field.model._meta.model_name)
        return CALLED.get((noun, str(self.field.name)), str(self.field.name))

    def references(self) -> Iterator[tuple[Any, int]]:
        return (it for it in (self.before, self.after) if isinstance(it, tuple))


@dataclass(slots=True)
class RowChange:
    """That a row was added, changed or removed: the record's own, or a part's."""

    what: str
    model: Any
    place: str
    """What tells a part from others: its position or its name. Empty for the record itself."""

    values: list[Value]


def difference(former: Any, row: Any) -> RowChange | None:
    """What changed from one row of history to a later one of the same; None if nothing is told.

    Where it is not known how the row stood before, no value is told.
    """
    any_row = former if row is None else row
    model, place = any_row.instance_type, _place(any_row)
    was, is_ = (it is not None and it.history_type != GONE for it in (former, row))
    if not was and not is_:
        return None
    what = CHANGED if was and is_ else ADDED if is_ else REMOVED
    if what == ADDED and former is None and row.history_type == TOUCHED:
        return RowChange(CHANGED, model, place, [])
    values = list(_values(model, former if was else None, row if is_ else None))
    return None if what == CHANGED and not values else RowChange(what, model, place, values)


def _values(model: Any, former: Any, row: Any) -> Iterator[Value]:
    for field in told_fields(model):
        before, after = (None if it is None else _value(it, field) for it in (former, row))
        nothing = (None, False) if former is None or row is None else ()
        if before != after and not (before in nothing and after in nothing):
            yield Value(field, before, after)


def told_fields(model: Any) -> Iterator[Any]:
    """The fields that history tells of; not that by which a part belongs to its record."""
    untold = UNTOLD | FOLLOWS.get(model._meta.model_name, set())
    if issubclass(model, Part):
        untold = untold | {model.whole}
    known = {field.attname for field in model.history.model._meta.concrete_fields}
    for field in model._meta.concrete_fields:
        if field.name not in untold and field.attname in known:
            yield field


def _value(row: Any, field: Any) -> Any:
    value = getattr(row, field.attname)
    if value in ("", None):
        return None
    if field.is_relation:
        return field.related_model, value
    return value.isoformat() if isinstance(value, date) else value


def _place(row: Any) -> str:
    position = getattr(row, "position", None)
    if position is not None:
        return str(position)
    return str(row.name) if row.instance_type._meta.model_name == "alias" else ""
