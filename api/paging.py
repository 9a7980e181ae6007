"""Pages by keyset: a page starts after the last row of the one before, however deep.

Order is by one column and then by id, so that it is total; the cursor carries both. Rows that come
or go meanwhile make no other row appear twice or not at all.
"""

import base64
import binascii
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import quote_plus

import orjson
from django.db.models import Q, QuerySet
from django.utils.http import urlencode
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination

from api.parameters import whole_number
from quotesdb.nearest import did_you_mean

DEFAULT_SIZE = 50
MOST = 200
FORWARD, BACK = "next", "previous"


@dataclass(frozen=True, slots=True)
class Order:
    """One way in which a list may be ordered: the public name, and the never-null column.

    Rows that are alike in it are ordered by `tie`, a whole number that no two of them share.
    A minus turns the order round, unless it has only `one_way`.
    """

    name: str
    path: str
    parse: Any = str
    tie: str = "pk"
    one_way: bool = False
    where_printed: tuple[str, str] | None = None
    """The same column and the same number, where a query has them from a table of its own."""

    @property
    def ways(self) -> tuple[str, ...]:
        """The words by which it is asked for."""
        return (self.name,) if self.one_way else (self.name, f"-{self.name}")


ID = Order("id", "pk", int)


@dataclass(frozen=True, slots=True)
class Page:
    """What of a list is asked for."""

    order: Order
    descending: bool
    size: int
    way: str = FORWARD
    after: tuple[Any, Any] | None = None

    @property
    def columns(self) -> tuple[str, str]:
        """The columns that a cursor needs of a row."""
        return self.order.path, self.order.tie

    @property
    def down(self) -> bool:
        """Whether the rows are read from the largest on."""
        return self.descending != (self.way == BACK)

    def served_by(self, queryset: QuerySet) -> "Page":
        """This page, ordered by the columns that the query has beside the row, if it has them."""
        beside = self.order.where_printed
        if beside is None or beside[0] not in queryset.query.annotations:
            return self
        path, tie = beside
        return replace(self, order=replace(self.order, path=path, tie=tie))

    def cut(self, queryset: QuerySet) -> QuerySet:
        """The rows of this page and one more, in the direction of reading."""
        sign = "-" if self.down else ""
        queryset = queryset.order_by(*(f"{sign}{path}" for path in self.columns))
        if self.after is not None:
            queryset = queryset.filter(self._beyond(self.after, "lt" if self.down else "gt"))
        return queryset[: self.size + 1]

    def _beyond(self, after: tuple[Any, Any], than: str) -> Q:
        value, key = after
        if self.order is ID:
            return Q(**{f"pk__{than}": key})
        # The first condition alone lets an index on the column be used; the rest breaks the tie.
        path, tie = self.columns
        broken = Q(**{f"{path}__{than}": value}) | Q(**{f"{tie}__{than}": key})
        return Q(**{f"{path}__{than}e": value}) & broken

    def cursor(self, way: str, columns: tuple[Any, Any]) -> str:
        value, key = columns
        sign = "-" if self.descending else ""
        raw = orjson.dumps([way, f"{sign}{self.order.name}", value, key])
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    def trimmed(self, rows: list[Any]) -> tuple[list[Any], bool, bool]:
        """The rows in the list's own order, and whether there are more after and before them."""
        more, rows = len(rows) > self.size, rows[: self.size]
        if self.way == BACK:
            return rows[::-1], self.after is not None, more
        return rows, more, self.after is not None


def page_of(params, orders: tuple[Order, ...], default: str) -> Page:
    """Read `ordering`, `page_size` and `cursor`.

    Raises ValidationError where one of them is not understood.
    """
    ordering = params.get("ordering")
    if "cursor" not in params:
        return Page(*_order(ordering or default, orders), _size(params))
    way, name, value, key = _opened(params["cursor"])
    if ordering not in (None, name):
        raise ValidationError({"cursor": [f"This cursor belongs to ordering={name}."]})
    order, descending = _order(name, orders)
    try:
        after = (order.parse(value), int(key))
    except (TypeError, ValueError) as error:
        raise _not_ours() from error
    return Page(order, descending, _size(params), way, after)


def _order(name: str, orders: tuple[Order, ...]) -> tuple[Order, bool]:
    for order in orders:
        if name in order.ways:
            return order, name.startswith("-")
    known = [order.name for order in orders]
    raise ValidationError(
        {"ordering": [f'"{name}" is no order.{did_you_mean(name.removeprefix("-"), known)}']}
    )


def _size(params) -> int:
    return whole_number(params, "page_size", MOST, DEFAULT_SIZE)


def _opened(cursor: str) -> list[Any]:
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        opened = orjson.loads(raw)
    except (binascii.Error, ValueError) as error:
        raise _not_ours() from error
    if not (
        isinstance(opened, list)
        and len(opened) == 4
        and opened[0] in (FORWARD, BACK)
        and isinstance(opened[1], str)
        and isinstance(opened[2], str | int)
        and isinstance(opened[3], int)
        and "\x00" not in str(opened[2])
        and abs(opened[3]) < 2**63
    ):
        raise _not_ours()
    return opened


def _not_ours() -> ValidationError:
    return ValidationError(
        {"cursor": ["Not a cursor of ours: follow the links `next` and `previous`."]}
    )


def link(request, cursor: str | None, parameter: str = "cursor") -> str | None:
    """The address of this very list with another cursor."""
    return None if cursor is None else _up_to(request, parameter) + quote_plus(cursor)


def _up_to(request, parameter: str) -> str:
    """The address of this very list as far as its last parameter, without what that is given."""
    params = {name: value for name, value in request.query_params.items() if name != parameter}
    others = f"{urlencode(params)}&" if params else ""
    return f"{request.build_absolute_uri(request.path)}?{others}{parameter}="


def pages_around(request, page: Page, ends: list[Any], more: bool, before: bool) -> dict:
    """The links to the next page and to the one before.

    `ends` are the columns that a cursor needs, of the first row and of the last; empty where there
    are no rows.
    """
    next_, previous = more and ends, before and ends
    address = _up_to(request, "cursor") if next_ or previous else ""
    return {
        "next": address + page.cursor(FORWARD, ends[-1]) if next_ else None,
        "previous": address + page.cursor(BACK, ends[0]) if previous else None,
    }


def as_date(value: Any) -> date:
    return date.fromisoformat(value)


class KeysetPagination(BasePagination):
    """What the schema says of a page; `ResourceViewSet.list` makes it."""

    def get_paginated_response_schema(self, schema):
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "description": "Only with `count=true`."},
                "next": address | {"description": "The next page; null on the last."},
                "previous": address | {"description": "The page before; null on the first."},
                "results": schema,
            },
        }
