"""How many quotes there are of each sort: by speaker, outlet, year, status, form or origins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, ExtractYear
from rest_framework.exceptions import ErrorDetail, ValidationError

from api.nearest import did_you_mean
from api.paging import Order, page_of, pages_around
from api.parameters import true_or_false
from api.reading import Plan
from api.resources import references
from api.selection import everything
from api.shapes import Shape
from quotesdb.models import Outlet, Speaker
from quotesdb.vocabulary import AttributionStatus, Form

PARAMETERS = ("group_by", "count", "cursor", "page_size")
UNKNOWN = 0
UNDATED = 1
"""The year of 0001-01-01, which stands for an unknown date."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """By what quotes are counted: a whole number for each group, and what each number means."""

    number: Any
    meant_by: Callable[[Iterable[int]], dict[int, Any]]
    of_printings: bool = False

    def groups(self, filters) -> QuerySet:
        """Each group's number, and how many of the quotes found are in it."""
        if self.of_printings:
            rows, counted = filters.printings(), Count("quote", distinct=True)
        else:
            rows, counted = filters.qs, Count("pk")
        return rows.order_by().values(group=self.number).annotate(quote_count=counted)


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


# The year is cast, because Django compares a bare one by its first and last day: by a column that
# is not grouped by.
GROUPINGS = {
    "speaker": Grouping(Coalesce("speaker", UNKNOWN), _records(references.SPEAKER, Speaker)),
    "outlet": Grouping(
        Coalesce("article__outlet", UNKNOWN),
        _records(references.OUTLET, Outlet),
        of_printings=True,
    ),
    "year": Grouping(Cast(ExtractYear("sort_date"), IntegerField()), _years),
    "status": Grouping(
        _place_in(AttributionStatus, "attribution_status"), _word_of(AttributionStatus)
    ),
    "form": Grouping(_place_in(Form, "form"), _word_of(Form), of_printings=True),
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
