"""The two questions that every resource answers: a list, and one."""

from django.http import Http404, HttpResponsePermanentRedirect
from rest_framework import viewsets
from rest_framework.response import Response

from api.filtering import FilterBackend, Filters
from api.paging import KeysetPagination, Order, page_of, pages_around
from api.parameters import refuse_unknown, true_or_false
from api.reading import Plan
from api.schema import ResourceSchema
from api.selection import everything, select, summary
from api.shapes import Shape
from api.specification import serializer_of

DETAIL_PARAMETERS = ("fields", "omit")
LIST_PARAMETERS = ("count", "cursor", "fields", "omit", "ordering", "page_size")


class ResourceViewSet(viewsets.GenericViewSet):
    """Reading of one resource; a subclass says which, and of what shape."""

    shape: Shape
    filterset_class: type[Filters]
    orders: tuple[Order, ...] = ()
    default_order = "id"
    about_order = "Ties: by id."
    lookup = "pk"
    """The path from the row to what the address calls it."""

    lookup_field = "id"
    lookup_value_regex = r"[0-9]{1,18}"

    http_method_names = ["get", "head", "options"]
    detail_parameters: tuple[str, ...] = DETAIL_PARAMETERS
    list_parameters: tuple[str, ...] = LIST_PARAMETERS
    filter_backends = [FilterBackend]
    pagination_class = KeysetPagination
    schema = ResourceSchema()

    def get_serializer_class(self):
        return serializer_of(self.shape)

    def list(self, request):
        """One page of the list."""
        filters = self.filterset_class.base_filters
        refuse_unknown(request.query_params, [*filters, *self.list_parameters])
        wanted = self.wanted(summary(self.shape))
        page = page_of(request.query_params, self.orders, self.order_unless_given())
        counted = true_or_false(request.query_params, "count")
        queryset = self.filter_queryset(self.get_queryset())
        plan = Plan(self.shape, wanted, page.columns)
        rows, ends, more, before = self.cut(page, queryset, plan)
        links = pages_around(request, page, ends, more, before)
        answer = {**links, "results": self.answers(plan, rows)}
        if counted:
            answer = {"count": queryset.count(), **answer}
        return Response(answer)

    def order_unless_given(self):
        """The order of a list for which none is asked."""
        return self.default_order

    def cut(self, page, queryset, plan):
        """The rows of a page; what a cursor needs of the first and the last; more after, before?"""
        rows, more, before = page.trimmed(plan.rows(page.cut(queryset)))
        return rows, [plan.extras(row) for row in rows[:1] + rows[-1:]], more, before

    def answers(self, plan, rows):
        """What a list tells of these rows."""
        return plan.answers(rows)

    def retrieve(self, request, **kwargs):
        """One record; 301 where it was merged into another."""
        refuse_unknown(request.query_params, self.detail_parameters)
        plan = Plan(self.shape, self.wanted(everything(self.shape)), [self.lookup])
        name = kwargs[self.lookup_field]
        rows = plan.rows(self.named(name))
        if not rows:
            return self._elsewhere(request, name)
        return Response(plan.answers(rows)[0])

    def about(self, request, name, parameters, answer):
        """What `answer` has to say of one standing record, by its number; 301 if it was merged."""
        refuse_unknown(request.query_params, parameters)
        number = self.named(name).order_by().values_list("pk", flat=True).first()
        if number is None:
            return self._elsewhere(request, name)
        return Response(answer(number))

    def named(self, name):
        """The standing record that has exactly this name."""
        return self.get_queryset().filter(**{self.lookup: name})

    def survivors(self, name):
        """The standing records to which this name, not their own, leads."""
        return self.get_queryset().filter(**{f"merged_from__{self.lookup}": name})

    def _elsewhere(self, request, name):
        names = list(self.survivors(name).values_list(self.lookup, flat=True)[:10])
        if not names:
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
        return select(self.shape, default, params.get("fields"), params.get("omit"))
