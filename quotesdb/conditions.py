"""The conditions of constraints, asked of a row in memory: what the database would say to it.

Only as far as this project's constraints go; a condition that cannot be read is refused when the
program starts, so that none is passed over.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db.models import F, Q

Row = dict[str, Any]
Answer = bool | None
"""As in SQL: None is "unknown", which a constraint lets pass."""

Condition = Callable[[Row], Answer]

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "exact": lambda one, other: bool(one == other),
    "gte": lambda one, other: bool(one >= other),
    "gt": lambda one, other: bool(one > other),
    "lte": lambda one, other: bool(one <= other),
    "lt": lambda one, other: bool(one < other),
}


def condition_of(wanted: Any, columns: dict[str, str]) -> Condition:
    """The condition as a function of a row; `columns` leads from fields to their columns.

    Raises NotImplementedError where it cannot be read.
    """
    if isinstance(wanted, tuple):
        name, value = wanted
        return _lookup(name, value, columns)
    if not isinstance(wanted, Q):
        raise NotImplementedError(f"A condition of another sort: {wanted!r}")
    children = [condition_of(child, columns) for child in wanted.children]
    joined = _joined(children, by=wanted.connector == Q.OR)
    return _not(joined) if wanted.negated else joined


def _lookup(name: str, value: Any, columns: dict[str, str]) -> Condition:
    field, _, lookup = name.partition("__")
    column = columns[field]
    if lookup == "isnull" or value is None:
        wants_null = value in (None, True)
        return lambda row: (row[column] is None) == wants_null
    if lookup == "in":
        several = frozenset(value)
        return lambda row: None if row[column] is None else row[column] in several
    if lookup == "regex":
        search = re.compile(value).search
        return lambda row: None if row[column] is None else search(row[column]) is not None
    if (lookup or "exact") not in _COMPARED:
        raise NotImplementedError(f"A lookup of another sort: {name}")
    return _comparison(column, _COMPARED[lookup or "exact"], value, columns)


def _comparison(
    column: str, holds: Callable[[Any, Any], bool], value: Any, columns: dict[str, str]
) -> Condition:
    if not isinstance(value, F):
        return lambda row: None if row[column] is None else holds(row[column], value)
    other = columns[value.deconstruct()[1][0]]

    def compared(row: Row) -> Answer:
        one, two = row[column], row[other]
        return None if one is None or two is None else holds(one, two)

    return compared


def _joined(children: list[Condition], by: bool) -> Condition:
    """One that is `by` settles it: False where all must hold, True where any may."""
    if len(children) == 1:
        return children[0]

    def joined(row: Row) -> Answer:
        answer: Answer = not by
        for child in children:
            told = child(row)
            if told is by:
                return by
            if told is None:
                answer = None
        return answer

    return joined


def _not(condition: Condition) -> Condition:
    def negated(row: Row) -> Answer:
        answer = condition(row)
        return None if answer is None else not answer

    return negated
