"""The two questions that every resource answers: a list, and one."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import Http404, HttpResponsePermanentRedirect
from rest_framework import viewsets
from rest_framework.response import Response

from api.asked import Asked
from api.filtering import FilterBackend, Filters
from api.freshness import fresh
from api.kept_pages import sql_of
from api.paging import KeysetPagination, Order, page_of, pages_around
from api.parameters import refuse_unknown, true_or_false
from api.questions import Questions
from api.redacted import refuse_redacted
from api.rendering import list_of, written
from api.schema import ResourceSchema
from api.selection import everything, select, summary
from api.shapes import Shape
from api.specification import serializer_of
from api.statements import Row, columns_in, document_in, number_of, page_sql, read
from quotesdb import editions

DETAIL_PARAMETERS = ("fields", "omit")
VERSIONED = ("pk", "version")
LIST_PARAMETERS = ("count", "cursor", "fields", "omit", "ordering", "page_size")


class Cut(NamedTuple):
    """The rows of a page, and what a link to the pages around it needs."""

    mark: str | None
    """Of the edition that was read; None where that is not known."""

    rows: Sequence[Row]
    ends: Sequence[Any]
    """What a cursor holds of the first row and of the last."""

    more: bool
    before: bool


class ResourceViewSet(Questions, viewsets.GenericViewSet):
    """Reading of one resource; a subclass says which, and of what shape."""

    shape: Shape
    filterset_class: type[Filters]
    orders: tuple[Order, ...] = ()
    default_order = "id"
    about_order = "Ties: by id."
    lookup = "pk"
    """The path from the row to what the address calls it."""

    name_type: type = int
    lookup_field = "id"
    lookup_value_regex = r"[0-9]{1,18}"

    http_method_names: Sequence[str] = ["get", "head", "options", "post"]
    detail_parameters: tuple[str, ...] = DETAIL_PARAMETERS
    list_parameters: tuple[str, ...] = LIST_PARAMETERS
    of_the_past: tuple[str, ...] = ()
    """What is known of a record that has a past, and answered elsewhere."""

    filter_backends = [FilterBackend]
    pagination_class = KeysetPagination
    schema = ResourceSchema()

    def get_serializer_class(self):
        return serializer_of(self.shape)

    @fresh
    def list(self, request):
        """One page of the list."""
        params = request.query_params
        known = [*self.filterset_class.base_filters, *self.list_parameters, *self.of_the_past]
        refuse_unknown(params, known)
        wanted = self.wanted(summary(self.shape))
        page = page_of(params, self.orders, self.order_unless_given())
        counted = true_or_false(params, "count")
        before_all = self.mark_before(params)
        asked = Asked(self.filters(), page)
        cut = self.cut(asked, wanted)
        head = {"count": asked.count()} if counted else {}
        head |= pages_around(request, page, cut.ends, cut.more, cut.before)
        mark = before_all or asked.filters.mark or cut.mark
        return written(list_of(head, self.told(asked, cut.rows))), mark

    def mark_before(self, params):
        """Of the present edition, where anything is asked before the rows; None where nothing is.

        What is asked before, such as whom a name means, may be older than these. A name that is
        looked up before all else brings the mark with it.
        """
        return editions.present() if self.filterset_class.asks_before(params) else None

    def filters(self):
        """What the parameters of the request keep of the list."""
        return FilterBackend().asked(self.request, self.queryset, self)

    def order_unless_given(self):
        """The order of a list for which none is asked."""
        return self.default_order

    def cut(self, asked, wanted):
        """The rows of the page that is asked for."""
        mark, rows = read(self.shape, wanted, self.queryset.model, asked.sql(), asked.page.down)
        rows, more, before = asked.page.trimmed(rows)
        return Cut(mark, rows, [columns_in(row) for row in rows[:1] + rows[-1:]], more, before)

    def told(self, asked, rows):
        """What a list tells of these rows: a JSON document for each."""
        return [document_in(row) for row in rows]

    @fresh
    def retrieve(self, request, **kwargs):
        """One record; 301 where it was merged into another."""
        name = kwargs[self.lookup_field]
        refuse_unknown(request.query_params, (*self.detail_parameters, *self.of_the_past))
        wanted = self.wanted(everything(self.shape))
        mark, rows = read(self.shape, wanted, self.queryset.model, self._one_versioned(name), False)
        if not rows:
            return self._elsewhere(request, name), None
        _, document, _, version = rows[0]
        return written(document), mark, version

    @fresh
    def about(self, request, name, parameters, answer):
        """What `answer` has to say of one standing record, by its number; 301 if it was merged."""
        refuse_unknown(request.query_params, parameters)
        mark, number = number_of(self._one(name))
        if number is None:
            return self._elsewhere(request, name), None
        return Response(answer(number)), mark

    def _one(self, name):
        """The SQL of a page with the one record of this name."""
        return sql_of(type(self), [self.name_type(name)], self._written)

    def _one_versioned(self, name):
        return sql_of((type(self), VERSIONED), [self.name_type(name)], self._written_versioned)

    def _written(self, names):
        return page_sql([self.named(*names).order_by()], ("pk",), False)

    def _written_versioned(self, names):
        return page_sql([self.named(*names).order_by()], VERSIONED, False)

    def named(self, name):
        """The standing record that has exactly this name."""
        return self.get_queryset().filter(**{self.lookup: name})

    def survivors(self, name):
        """The standing records to which this name, not their own, leads."""
        return self.get_queryset().filter(**{f"merged_from__{self.lookup}": name})

    def _elsewhere(self, request, name):
        names = list(self.survivors(name).values_list(self.lookup, flat=True)[:10])
        if not names:
            refuse_redacted(self.queryset.model, self.name_type(name))
            raise Http404(f'There is no {self.shape.name.lower()} "{name}".')
        if len(names) > 1:
            listed = ", ".join(map(str, names))
            raise Http404(f'"{name}" may mean several: {listed}. Ask for one of them.')
        before, after = request.path.rsplit(f"/{name}/", 1)
        target = f"{before}/{names[0]}/{after}"
        query = request.META.get("QUERY_STRING", "")
        answer = HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)
        answer["Cache-Control"] = "no-store"
        return answer

    def wanted(self, default):
        """The default, or what `fields` and `omit` make of it."""
        params = self.request.query_params
        if not ("fields" in params or "omit" in params):
            return default
        return select(self.shape, default, params.get("fields"), params.get("omit"))
