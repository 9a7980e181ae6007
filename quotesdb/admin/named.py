"""Searching at the desk for what has names: by their beginnings and misspellings, best first."""

from django.contrib.admin.views.main import ORDER_VAR
from django.db.models import Q

from quotesdb.admin.finding import Find
from quotesdb.naming.finding import find
from quotesdb.naming.narrowing import RELEVANCE, narrowed, relevant
from quotesdb.naming.telling import tell


class FindNamed(Find):
    """The standing records of a name, each with what tells it from its namesakes."""

    def get_queryset(self):
        if not self.term:
            return super().get_queryset()
        admin, rows = self.model_admin, self.model_admin.get_queryset(self.request).standing()
        rows = rows.complex_filter(self.source_field.get_limit_choices_to())
        rows = narrowed(rows, find(self.term, kinds=admin.kinds), admin.speaker)
        return admin.narrow(self.request, rows.order_by(RELEVANCE, "pk"))

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        self.told = self.model_admin.told(context["object_list"], self.term)
        return context

    def serialize_result(self, obj, to_field_name):
        told = self.told[self.model_admin.number_of_speaker(obj)]
        return {
            "id": str(getattr(obj, to_field_name)),
            "text": f"{told.facts.name} ({told.told_apart})",
        }


class Named:
    """A list that is searched by name; by its `search_fields` as well."""

    find = FindNamed
    kinds: tuple[str, ...] = ()
    speaker = "pk"
    """The path to the speaker whose names these are."""

    def get_search_results(self, request, queryset, search_term):
        if not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        besides, _ = super().get_search_results(request, queryset, search_term)
        found = find(search_term, kinds=self.kinds)
        by_name = Q(**{f"{self.speaker}__in": [one.speaker for one in found]})
        rows = queryset.filter(by_name | Q(pk__in=besides.order_by().values("pk")))
        if ORDER_VAR in request.GET:
            return rows, False
        return relevant(rows, found, self.speaker).order_by(RELEVANCE, "pk"), False

    def number_of_speaker(self, record):
        return getattr(record, f"{self.speaker}_id", record.pk)

    def told(self, records, typed):
        """By speaker, what is told of these."""
        return {one.number: one for one in tell([*map(self.number_of_speaker, records)], typed)}
