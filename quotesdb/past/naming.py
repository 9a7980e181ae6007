"""What history refers to, by the names that people know: also what is no longer there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quotesdb.changes import NAMES
from quotesdb.models import ArticleText, Outlet, Speaker
from quotesdb.past.differing import RowChange
from quotesdb.portions import portions


@dataclass(frozen=True, slots=True)
class Named:
    """A record that a row refers to, or referred to."""

    kind: str
    key: str

    def __str__(self) -> str:
        return self.key


def put_names(changes: Iterable[RowChange]) -> None:
    """Put names in the place of the numbers that changes have."""
    values = [value for change in changes for value in change.values]
    names = names_of(one for value in values for one in value.references())
    for value in values:
        value.before = _named(value.before, names)
        value.after = _named(value.after, names)


def _named(value: Any, names: Mapping[Any, Named]) -> Any:
    return names.get(value) if isinstance(value, tuple) else value


Wanted = tuple[Any, int]
"""A model, and the number of a row."""


def names_of(wanted: Iterable[Wanted]) -> dict[Wanted, Named]:
    """The names of records: at most four queries for each model, however many are wanted."""
    by_model: dict[Any, set[int]] = defaultdict(set)
    for model, number in wanted:
        by_model[model].add(number)
    return {
        (model, number): Named(str(model._meta.model_name), name)
        for model, numbers in by_model.items()
        for number, name in _names(model, numbers).items()
    }


def _names(model: Any, numbers: set[int]) -> Mapping[int, str]:
    if model is ArticleText:
        versions = _of(model.history, numbers, "version")
        return {number: f"version {version}" for number, version in versions}
    held = dict(_of(model._base_manager, numbers, NAMES[model]))
    gone = numbers - held.keys()
    if not gone:
        return held
    if model is not Outlet:
        return held | dict(_of(model.history, gone, NAMES[model]))
    speakers = dict(_of(Outlet.history, gone, "speaker_id"))
    slugs = _names(Speaker, set(speakers.values()))
    return held | {number: slugs.get(it, str(number)) for number, it in speakers.items()}


def _of(rows: Any, numbers: set[int], column: str) -> Iterable[tuple[int, Any]]:
    for some in portions(numbers):
        yield from rows.filter(id__in=some).order_by().values_list("id", column)
