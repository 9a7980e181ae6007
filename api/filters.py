"""One filter each: django-filter's, but strict, and speaking of records by slug."""

import re
from contextlib import suppress
from datetime import date

from django.forms import DateField
from django_filters import rest_framework as df
from drf_spectacular.utils import extend_schema_field

from quotesdb import editions
from quotesdb.models.speaker import nearest
from quotesdb.prepared import Unseen
from quotesdb.vocabulary import choices

MOST = 2**63 - 1
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class SlugFilter(df.CharFilter):
    """Keeps what belongs to the records that a slug, a merged slug or an alias means.

    What it is given is their ids: `Filters.look_up_names` has put them where the name was.
    """

    def __init__(self, path: str, records, **options):
        super().__init__(path, **options)
        self.records = records

    def filter(self, queryset, value):
        # Where nothing else is asked, an index has them in order, whoever is meant.
        if len(value) == len(self.parent.asked) == 1:
            return queryset.filter(**{self.field_name: Unseen(value[0])})
        return queryset.filter(**{f"{self.field_name}__in": value})

    def look_up(self, slug):
        """The mark of the present edition, and the ids of whom the slug means in it."""
        mark, found = editions.with_rows(self.records.known_as, [slug, slug])
        return mark, nearest(found)


class KeyFilter(df.CharFilter):
    """Keeps the record with a permanent key; that of one merged away leads to its survivor."""

    def __init__(self, records, **options):
        super().__init__("key", label="With this permanent key.", **options)
        self.records = records

    def look_up(self, key):
        return editions.present(), self.records.objects.leading_to("key", key)


class TrueOrFalse(df.TypedChoiceFilter):
    """`true` or `false`, and nothing else: the library's own reads a misspelling as no filter."""

    def __init__(self, **options):
        words = (("true", "true"), ("false", "false"))
        options |= {"choices": words, "coerce": lambda word: word == "true", "empty_value": None}
        super().__init__(**options)
        extend_schema_field({"type": "boolean", "description": options["label"]})(self)


class Day(DateField):
    """A day, which almost everybody writes as ISO 8601 has it; the framework tries many ways."""

    def to_python(self, value):
        if isinstance(value, str) and ISO.fullmatch(value):
            with suppress(ValueError):
                return date.fromisoformat(value)
        return super().to_python(value)


class DayFilter(df.DateFilter):
    field_class = Day


class WholeNumber(df.NumberFilter):
    """A number such as an id, within what both engines can hold."""

    def __init__(self, *arguments, **options):
        options |= {"min_value": 1, "max_value": MOST, "decimal_places": 0}
        super().__init__(*arguments, **options)
        schema = {"type": "integer", "minimum": 1, "maximum": MOST}
        extend_schema_field(schema | {"description": options["label"]})(self)


class NumberOf(WholeNumber):
    """Keeps what belongs to the record with an id; one that was merged leads to its survivor."""

    def __init__(self, path: str, records, **options):
        super().__init__(path, **options)
        self.records = records

    def look_up(self, number):
        return editions.present(), self.records.objects.leading_to("pk", int(number))


LOOKED_UP = (SlugFilter, KeyFilter, NumberOf)
"""Those of which the record that is meant must be known before its rows can be asked for."""


def at_least(count: str, label: str) -> WholeNumber:
    """A filter by a count that is kept with the row."""
    return WholeNumber(count, "gte", label=label)


def word_of(vocabulary, **options) -> df.ChoiceFilter:
    """A filter by one word of a vocabulary."""
    return df.ChoiceFilter(choices=choices(vocabulary), **options)
