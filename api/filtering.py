"""Filters: django-filter's, but strict, and speaking of records by slug."""

from django_filters import rest_framework as df
from django_filters.utils import translate_validation
from drf_spectacular.utils import extend_schema_field

from quotesdb.vocabulary import choices

MOST = 2**63 - 1


class FilterBackend(df.DjangoFilterBackend):
    """Applies a list's filters; which parameters there are is checked by the view."""

    def asked(self, request, queryset, view):
        """The filters themselves.

        Raises ValidationError where what they are given is not understood.
        """
        filters = self.get_filterset(request, queryset, view)
        if not filters.is_valid():
            raise translate_validation(filters.errors)
        return filters


class SlugFilter(df.CharFilter):
    """Keeps what belongs to the records that a slug, a merged slug or an alias means."""

    def __init__(self, path: str, ids_known_as, **options):
        super().__init__(path, **options)
        self.ids_known_as = ids_known_as

    def filter(self, queryset, value):
        if not value:
            return queryset
        return queryset.filter(**{f"{self.field_name}__in": self.ids_known_as(value)})


class TrueOrFalse(df.TypedChoiceFilter):
    """`true` or `false`, and nothing else: the library's own reads a misspelling as no filter."""

    def __init__(self, **options):
        words = (("true", "true"), ("false", "false"))
        options |= {"choices": words, "coerce": lambda word: word == "true", "empty_value": None}
        super().__init__(**options)
        extend_schema_field({"type": "boolean", "description": options["label"]})(self)


class WholeNumber(df.NumberFilter):
    """A number such as an id, within what both engines can hold."""

    def __init__(self, *arguments, **options):
        options |= {"min_value": 1, "max_value": MOST, "decimal_places": 0}
        super().__init__(*arguments, **options)
        schema = {"type": "integer", "minimum": 1, "maximum": MOST}
        extend_schema_field(schema | {"description": options["label"]})(self)


def at_least(count: str, label: str) -> WholeNumber:
    """A filter by a count that is kept with the row."""
    return WholeNumber(count, "gte", label=label)


def word_of(vocabulary, **options) -> df.ChoiceFilter:
    """A filter by one word of a vocabulary."""
    return df.ChoiceFilter(choices=choices(vocabulary), **options)


class Filters(df.FilterSet):
    """The filters of one list."""

    def given(self, *names: str) -> dict:
        """Those of the named filters that the request gives a value."""
        values = self.form.cleaned_data
        return {name: values[name] for name in names if values.get(name) not in (None, "")}
