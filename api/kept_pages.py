"""The SQL of a page, kept for all who ask alike: to write it takes Django longer than it takes the
database to answer.

Who asks alike gives the same parameters with other values. So the statement is written once with
values that stand in for theirs, and kept with the places where these have come to stand.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import singledispatch
from typing import Any

MOST = 1024
"""How many statements are kept; past that all are forgotten, for whoever asks so asks by chance."""


@dataclass(frozen=True, slots=True)
class PageSql:
    """A statement that gives the ids of a page's rows, and the columns that order them."""

    text: str
    parameters: Sequence[Any]
    width: int
    """How many columns it gives: the id, and what is not the id of those that order."""

    order: tuple[int, ...]
    """The places of those that order."""


Places = tuple[int | None, ...]
"""For each parameter the place of the value that it takes; None for the statement's own."""

_kept: dict[Hashable, tuple[PageSql, Places]] = {}


def sql_of(
    asked: Hashable, values: Sequence[Any], write: Callable[[Sequence[Any]], PageSql | None]
) -> PageSql | None:
    """The statement that `write` makes of these values, or has made of others for the same asked.

    Of the values it may take nothing but parameters: no value may decide what the statement is.
    None, which is not kept, where it makes none.
    """
    key = (asked, *map(type, values))
    if key not in _kept:
        stand_ins = [stand_in(it, at) for at, it in enumerate(values)]
        written = write(stand_ins)
        if written is None:
            return None
        if len(_kept) >= MOST:
            _kept.clear()
        _kept[key] = written, _places(written, stand_ins)
    written, places = _kept[key]
    given = [_as_parameter(it) for it in values]
    parameters = [
        own if place is None else given[place]
        for own, place in zip(written.parameters, places, strict=True)
    ]
    return PageSql(written.text, parameters, written.width, written.order)


def _places(written: PageSql, values: Sequence[Any]) -> Places:
    places = {_as_parameter(it): at for at, it in enumerate(values)}
    return tuple(places.get(_as_parameter(it)) for it in written.parameters)


def _as_parameter(value: Any) -> Any:
    """Days as text, which is what SQLite is given, and what PostgreSQL reads as well."""
    return value.isoformat() if isinstance(value, date) else value


@singledispatch
def stand_in(value: Any, place: int) -> Any:
    """A value of the same type that nobody asks with."""
    raise TypeError(f"{value!r} has nothing that stands in for it.")


@stand_in.register
def _(value: int, place: int) -> int:
    # Half the size: more than a column of that size can hold is asked for without a condition.
    return 2**31 - 1 - place


@stand_in.register
def _(value: str, place: int) -> str:
    return f"\ue000{place}\ue001"


@stand_in.register
def _(value: date, place: int) -> date:
    return date.max - timedelta(days=place)
