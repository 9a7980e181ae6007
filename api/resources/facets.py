"""How many quotes there are of each sort: by speaker, outlet, year, status, form or origins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Case, Count, F, Max, QuerySet, Value, When
from django.db.models.functions import Coalesce
from rest_framework.exceptions import ErrorDetail, ValidationError

from api.paging import Order, page_of, pages_around
from api.parameters import true_or_false
from api.reading import Plan
from api.resources import references
from api.resources.years import Year
from api.selection import everything
from api.shapes import Shape
from quotesdb.models import Outlet, Speaker
from quotesdb.nearest import did_you_mean
from quotesdb.vocabulary import AttributionStatus, Form

PARAMETERS = ("group_by", "count", "cursor", "page_size")
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


@dataclass(frozen=True, slots=True)
class Grouping:
    """By what quotes are counted: a whole number for each group, and what each number means."""

    by: Any
    meant_by: Callable[[Iterable[int]], dict[int, Any]]
    counted_in: Callable[[Any], tuple[QuerySet, Count]] = _quotes
    number: Any = None
    """What stands for the group, where what it is grouped by is no number itself."""

    def groups(self, filters) -> QuerySet:
        """Each group's number, and how many of the quotes found are in it."""
        rows, count = self.counted_in(filters)
        # By the column alone, which an index may give in order; only then what stands for it.
        number = Coalesce(Max("by" if self.number is None else self.number), UNKNOWN)
        return rows.order_by().values(by=self.by).annotate(group=number, quote_count=count)


def _records(shape: Shape, model: Any) -> Callable[[Iterable[int]], dict[int, Any]]:
    """What names these records: one query."""

    def meant_by(numbers):
        plan = Plan(shape, everything(shape))
        rows = plan.rows(model.objects.filter(pk__in=numbers).order_by())
        return dict(zip((row[plan.key] for row in rows), plan.answers(rows), strict=True))

    return meant_by


def _place_in(vocabulary: type[StrEnum], column: str) -> Case:
    """Where in its vocabulary a word stands, from the end: of those alike the first comes first."""
    places = enumerate(reversed(vocabulary))
    return Case(*(When(**{column: word.value}, then=Value(place)) for place, word in places))


def _word_of(vocabulary: type[StrEnum]) -> Callable[[Iterable[int]], dict[int, Any]]:
    words = [word.value for word in reversed(vocabulary)]
    return lambda numbers: {number: words[number] for number in numbers}


def _years(numbers: Iterable[int]) -> dict[int, Any]:
    return {number: None if number == UNDATED else number for number in numbers}


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
    "origins": Grouping(F("independent_origins"), lambda numbers: {it: it for it in numbers}),
}
ORDERS = tuple(Order(name, "quote_count", int, tie="group") for name in GROUPINGS)


def facets_of(request, filters) -> dict:
    """One page of groups, the largest first; of those alike, the one with the larger number."""
    params = request.query_params
    name = _name(params)
    counted = true_or_false(params, "count")
    page = page_of(params, ORDERS, f"-{name}")
    if page.order.name != name:
        raise ValidationError({"cursor": [f"This cursor belongs to group_by={page.order.name}."]})
    groups = GROUPINGS[name].groups(filters)
    cut = page.cut(groups).values_list(*page.columns)
    rows, more, before = page.trimmed(list(cut))
    meant = GROUPINGS[name].meant_by([number for _, number in rows])
    results = [{name: meant.get(number), "quote_count": count} for count, number in rows]
    answer = {**pages_around(request, page, rows, more, before), "results": results}
    return {"group_count": groups.count(), **answer} if counted else answer


def _name(params) -> str:
    name = params.get("group_by")
    if name in GROUPINGS:
        return name
    sentence = "Say by what to count." if name is None else f'"{name}" is nothing to count by.'
    code = "required" if name is None else "invalid"
    detail = f"{sentence}{did_you_mean(name or '', GROUPINGS)}"
    raise ValidationError({"group_by": [ErrorDetail(detail, code)]})
