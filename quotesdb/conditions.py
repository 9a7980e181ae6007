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
    joined = _any_of(children) if wanted.connector == Q.OR else _all_of(children)
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


def _all_of(children: list[Condition]) -> Condition:
    if len(children) == 1:
        return children[0]

    def all_of(row: Row) -> Answer:
        answer: Answer = True
        for child in children:
            told = child(row)
            if told is False:
                return False
            if told is None:
                answer = None
        return answer

    return all_of


def _any_of(children: list[Condition]) -> Condition:
    if len(children) == 1:
        return children[0]

    def any_of(row: Row) -> Answer:
        answer: Answer = False
        for child in children:
            told = child(row)
            if told is True:
                return True
            if told is None:
                answer = None
        return answer

    return any_of


def _not(condition: Condition) -> Condition:
    def negated(row: Row) -> Answer:
        answer = condition(row)
        return None if answer is None else not answer

    return negated
