"""How many quotes there are of each sort: by speaker, outlet, year, status, form or origins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import Case, Count, F, QuerySet, Value, When
from django.db.models.functions import Coalesce
from rest_framework.exceptions import ErrorDetail, ValidationError

from api.asked import Asked
from api.kept_pages import PageSql
from api.paging import Order, Page, page_of, pages_around
from api.parameters import true_or_false
from api.rendering import list_of
from api.resources import references
from api.resources.years import Year
from api.selection import everything
from api.shapes import Shape
from api.statements import columns_in, document_in, listed, read
from quotesdb import prepared
from quotesdb.models import Outlet, Speaker
from quotesdb.nearest import did_you_mean
from quotesdb.vocabulary import AttributionStatus, Form

PARAMETERS = ("group_by", "count", "cursor", "page_size")
LARGEST = 2**63 - 1
UNKNOWN = 0
UNDATED = 1
"""The year of 0001-01-01, which stands for an unknown date."""


def _quotes(filters) -> tuple[QuerySet, Count]:
    return filters.qs, Count("*")


def _printings(filters) -> tuple[QuerySet, Count]:
    return filters.printings(), Count("quote", distinct=True)


def _outlets(filters) -> tuple[QuerySet, Count]:
    """By what is kept about outlets, unless something is asked of an appearance."""
    beside = filters.outlets()
    if beside is not None:
        return beside, Count("*")
    rows, count = _printings(filters)
    return rows.annotate(outlet=F("article__outlet")), count


class OfTheGroup(Coalesce):
    """What follows from that by which rows are grouped, and splits no group.

    An aggregate such as `Max` would say the same, and be worked out for each row.
    """

    def get_group_by_cols(self):
        return []


@dataclass(frozen=True, slots=True)
class Grouping:
    """By what quotes are counted: a whole number for each group, and what each number means.

    `meant_by` tells that as JSON, of those that mean something.
    """

    by: Any
    meant_by: Callable[[Iterable[int]], dict[int, str]]
    counted_in: Callable[[Any], tuple[QuerySet, Count]] = _quotes
    number: Any = F("by")
    """What stands for the group, where what it is grouped by is no number itself."""

    def groups(self, filters) -> QuerySet:
        """Each group's number, and how many of the quotes found are in it."""
        rows, count = self.counted_in(filters)
        # By the column alone, which an index may give in order; only then what stands for it.
        number = OfTheGroup(self.number, UNKNOWN)
        return rows.order_by().values(by=self.by).annotate(group=number, quote_count=count)


@dataclass(frozen=True, slots=True)
class AskedGroups(Asked):
    """The groups of what filters keep, cut to a page."""

    grouping: Grouping

    def rows(self) -> list[tuple[int, int]]:
        """How many are in each group, and its number. One query."""
        page = self.sql()
        return [] if page is None else prepared.rows_of(page.text, page.parameters)

    def count(self) -> int:
        return self.grouping.groups(self.filters).count()

    def _written(self, page: Page) -> PageSql | None:
        cut = page.cut(self.grouping.groups(self.filters)).values_list(*page.columns)
        try:
            return PageSql(*cut.query.sql_with_params(), len(page.columns), (0, 1))
        except EmptyResultSet:
            return None


def _records(shape: Shape, model: Any) -> Callable[[Iterable[int]], dict[int, str]]:
    """What names these records: one query."""
    whole = everything(shape)

    def meant_by(numbers):
        _, rows = read(shape, whole, model, listed(numbers), False)
        return {columns_in(row)[0]: document_in(row) for row in rows}

    return meant_by


def _place_in(vocabulary: type[StrEnum], column: str) -> Case:
    """Where in its vocabulary a word stands, from the end: of those alike the first comes first."""
    places = enumerate(reversed(vocabulary))
    return Case(*(When(**{column: word.value}, then=Value(place)) for place, word in places))


def _word_of(vocabulary: type[StrEnum]) -> Callable[[Iterable[int]], dict[int, str]]:
    words = [f'"{word.value}"' for word in reversed(vocabulary)]
    return lambda numbers: {number: words[number] for number in numbers}


def _themselves(numbers: Iterable[int]) -> dict[int, str]:
    return {number: str(number) for number in numbers}


def _years(numbers: Iterable[int]) -> dict[int, str]:
    return _themselves(number for number in numbers if number != UNDATED)


def _within_all_counts(value: Any) -> int:
    return max(-LARGEST, min(int(value), LARGEST))


GROUPINGS = {
    "speaker": Grouping(F("speaker"), _records(references.SPEAKER, Speaker)),
    "outlet": Grouping(F("outlet"), _records(references.OUTLET, Outlet), _outlets),
    "year": Grouping(Year("sort_date"), _years),
    "status": Grouping(
        F("attribution_status"),
        _word_of(AttributionStatus),
        number=_place_in(AttributionStatus, "attribution_status"),
    ),
    "form": Grouping(F("form"), _word_of(Form), _printings, number=_place_in(Form, "form")),
    "origins": Grouping(F("independent_origins"), _themselves),
}
ORDERS = tuple(Order(name, "quote_count", _within_all_counts, tie="group") for name in GROUPINGS)


def facets_of(request, filters) -> str:
    """One page of groups, the largest first; of those alike, the one with the larger number.

    It is JSON.
    """
    params = request.query_params
    name = _name(params)
    counted = true_or_false(params, "count")
    page = page_of(params, ORDERS, f"-{name}")
    if page.order.name != name:
        raise ValidationError({"cursor": [f"This cursor belongs to group_by={page.order.name}."]})
    asked = AskedGroups(filters, page, GROUPINGS[name])
    rows, more, before = page.trimmed(asked.rows())
    meant = asked.grouping.meant_by([number for _, number in rows])
    groups = [_told(name, meant.get(number), count) for count, number in rows]
    head = {"group_count": asked.count()} if counted else {}
    return list_of({**head, **pages_around(request, page, rows, more, before)}, groups)


def _told(name: str, meant: str | None, count: int) -> str:
    return f'{{"{name}":{meant or "null"},"quote_count":{count}}}'


def _name(params) -> str:
    name = params.get("group_by")
    if name in GROUPINGS:
        return name
    sentence = "Say by what to count." if name is None else f'"{name}" is nothing to count by.'
    code = "required" if name is None else "invalid"
    detail = f"{sentence}{did_you_mean(name or '', GROUPINGS)}"
    raise ValidationError({"group_by": [ErrorDetail(detail, code)]})
