"""Which tables of history tell of a record: its own, its parts', and of an outlet its speaker's."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from quotesdb.models import Appearance, Article, Outlet, Speaker

PARTS: dict[Any, tuple[str, ...]] = {
    Speaker: ("aliases",),
    Article: ("relies_on",),
    Appearance: ("segments", "chain"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of history of one model, found by one number."""

    model: Any
    by: str
    number: int
    relation: str = ""
    """Of which the rows are parts; empty for the record itself, and for the speaker it is."""

    @property
    def is_of_record(self) -> bool:
        return not self.relation

    def rows(self) -> QuerySet[Any]:
        """By an index of the history table, on both engines."""
        rows: QuerySet[Any] = self.model.history.filter(**{self.by: self.number}).order_by()
        return rows


def sources_of(model: Any, number: int) -> Iterator[Source]:
    """The tables that tell of a record; the first is its own."""
    yield Source(model, "id", number)
    for relation in PARTS.get(model, ()):
        part = model._meta.get_field(relation)
        yield Source(part.related_model, part.field.attname, number, relation)
    if model is Outlet and (speaker := _speaker_of(number)):
        yield from sources_of(Speaker, speaker)


def number_of(model: Any, name: str) -> int | None:
    """The number of a record that is held or was once; None where there never was one.

    Speakers and outlets are called by their slugs, all others by the number itself.
    """
    if model is Speaker:
        return _known(Speaker, slug=name)
    if model is Outlet:
        speaker = _known(Speaker, slug=name)
        return None if speaker is None else _known(Outlet, speaker_id=speaker)
    return _known(model, id=int(name))


def _known(model: Any, **name: Any) -> int | None:
    for rows in (model._base_manager, model.history):
        number: int | None = rows.filter(**name).order_by().values_list("id", flat=True).first()
        if number is not None:
            return number
    return None


def _speaker_of(outlet: int) -> int | None:
    for rows in (Outlet._base_manager, Outlet.history):
        found = rows.filter(id=outlet).order_by().values_list("speaker_id", flat=True)
        number: int | None = found.first()
        if number is not None:
            return number
    return None
