"""What a member of a line can be, and how it is written in a column and in JSON."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

LARGEST = 2_147_483_647
"""What a column for whole numbers holds on either engine."""


class NotSo(ValueError):
    """A value that its member cannot have; the message says what it must be."""


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of value: from a column into a line, and back."""

    told: Callable[[Any], Any]
    read: Callable[[Any], Any]
    kept_as_it_is: type | None = None
    """The type of which every value is right, and is kept as it is told."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a line or of a part of it, and the column that holds it."""

    name: str
    column: str
    sort: Sort
    default: Any = None
    refers_to: str = ""
    """The kind of the record that it names."""

    @property
    def is_needed(self) -> bool:
        return self.default is NEEDED


NEEDED = object()
"""Stands as the default of what must be said."""


def as_it_is(value: Any) -> Any:
    return value


def or_null(value: Any) -> Any:
    return value or None


def day_told(value: Any) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


def moment_told(value: Any) -> str:
    """SQLite keeps moments as text, in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return str(value).replace(" ", "T") + "Z"


def text_read(value: Any) -> str:
    if type(value) is not str:
        raise NotSo("must be text")
    return value


def text_or_null_read(value: Any) -> str:
    return "" if value is None else text_read(value)


def day_read(value: Any) -> str | None:
    if value is None:
        return None
    if type(value) is str and len(value) == 10:
        try:
            date.fromisoformat(value)
        except ValueError:
            pass
        else:
            return value
    raise NotSo('must be a day such as "2023-12-24", or null')


def moment_read(value: Any) -> datetime:
    if type(value) is str:
        try:
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is not None:
                return moment.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
    raise NotSo('must be a moment such as "2023-12-24T18:00:00Z"')


def number_read(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise NotSo("must be a whole number, 0 or more")
    return value


def number_or_null_read(value: Any) -> int | None:
    return None if value is None else number_read(value)


def truth_read(value: Any) -> bool:
    if type(value) is not bool:
        raise NotSo("must be true or false")
    return value


TEXT = Sort(as_it_is, text_read, str)
TEXT_OR_NULL = Sort(or_null, text_or_null_read, str)
DAY = Sort(day_told, day_read)
MOMENT = Sort(moment_told, moment_read)
NUMBER = Sort(as_it_is, number_read)
NUMBER_OR_NULL = Sort(as_it_is, number_or_null_read)
TRUTH = Sort(bool, truth_read, bool)


def naming(name: str) -> Sort:
    """The sort that refers to another record by its slug or key: `{"slug": "grace-hill"}`."""

    def told(value: Any) -> dict[str, str] | None:
        return None if value is None else {name: value}

    def read(value: Any) -> str | None:
        if value is None:
            return None
        named = value.get(name) if type(value) is dict else None
        if type(named) is not str:
            raise NotSo(f'must be null or name a record: {{"{name}": …}}')
        return named

    return Sort(told, read)


BY_SLUG, BY_KEY = naming("slug"), naming("key")
