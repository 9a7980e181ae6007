"""The filters of a list, and what a request asks with them."""

from copy import copy
from functools import cached_property, lru_cache
from typing import Any, ClassVar

from django.core.exceptions import ValidationError as NotUnderstood
from django.forms import Form
from django_filters import rest_framework as df
from django_filters.utils import translate_validation

from api.filters import LOOKED_UP

FORMS = 1024
"""How many sets of filters that somebody asked with are remembered."""


class FilterBackend(df.DjangoFilterBackend):
    """Applies a list's filters; which parameters there are is checked by the view."""

    def asked(self, request, queryset, view):
        """The filters themselves.

        Raises ValidationError where what they are given is not understood.
        """
        filters = view.filterset_class(request.query_params, queryset, request=request)
        filters.look_up_names()
        return filters


class OwnCopies(dict):
    """Filters by name, of which a copy has all to itself that it will change."""

    def __deepcopy__(self, memory):
        return {name: _own(one) for name, one in self.items()}


def _own(declared):
    one = copy(declared)
    if declared.method is not None:
        # What calls the method knows the filter that it belongs to.
        one.method = declared.method
    return one


class Filters(df.FilterSet):
    """The filters of one list. Only those that are asked for are made."""

    asked_alike: ClassVar[frozenset[str]] = frozenset()
    """Those of which no value changes what the statement is; see `api.kept_pages`."""

    mark: str | None = None
    """Of the edition in which a name was looked up first; None where none was."""

    def __init__(self, data=None, *arguments, **options):
        # The library copies all that it finds here, for each request.
        asked = self.asked_by(data or {})
        self.base_filters = OwnCopies((name, self.declared()[name]) for name in asked)
        super().__init__(data, *arguments, **options)

    @classmethod
    def declared(cls) -> dict[str, Any]:
        """All filters that the list has."""
        filters: dict[str, Any] = vars(cls)["base_filters"]
        return filters

    @classmethod
    def asked_by(cls, params) -> list[str]:
        """The filters that the parameters of a request name."""
        return [name for name in cls.declared() if name in params]

    @classmethod
    def asks_before(cls, params) -> bool:
        """Whether anything is asked before the rows, and is not a name that is looked up first."""
        asked = cls.asked_by(params)
        named = any(isinstance(cls.declared()[name], LOOKED_UP) for name in asked)
        return bool(asked) and not (named and cls.asked_alike.issuperset(asked))

    def get_form_class(self):
        return _form_class(type(self), tuple(self.base_filters))

    @cached_property
    def asked(self) -> dict[str, Any]:
        """What is asked with, by the names of the filters, as these read it.

        A form, which would do so too, is made only to tell what is wrong.
        Raises ValidationError where one does not understand what it is given.
        """
        try:
            return {name: self._read(self.declared()[name].field, name) for name in self.filters}
        except NotUnderstood:
            raise translate_validation(self.errors) from None

    def _read(self, field, name):
        return field.clean(field.widget.value_from_datadict(self.data, {}, name))

    def look_up_names(self):
        """Put the ids of the records that the given names mean in their place."""
        for name, value in self.asked.items():
            if isinstance(self.filters[name], LOOKED_UP):
                mark, self.asked[name] = self.filters[name].look_up(value)
                self.mark = self.mark or mark

    @property
    def qs(self):
        """What the filters keep; for the library's own they would have to be a form."""
        if not hasattr(self, "_qs"):
            self._qs = self.filter_queryset(self.queryset.all())
        return self._qs

    def filter_queryset(self, queryset):
        for name, value in self.asked.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset

    def parts(self):
        """What the filters keep, in one part or in several that have no row in common."""
        return [self.qs]

    def values(self) -> list[Any] | None:
        """What is asked with, if it changes nothing but the parameters of the statement."""
        if not self.asked.keys() <= self.asked_alike:
            return None
        values = self.asked.values()
        several = any(isinstance(it, list) and len(it) != 1 for it in values)
        return None if several else [it[0] if isinstance(it, list) else it for it in values]

    def put(self, values):
        """Ask with these values instead."""
        for name, value in zip(list(self.asked), values, strict=True):
            self.asked[name] = [value] if isinstance(self.asked[name], list) else value
        self.__dict__.pop("_qs", None)

    def given(self, *names: str) -> dict:
        """Those of the named filters that the request gives a value."""
        values = self.asked
        return {name: values[name] for name in names if values.get(name) not in (None, "")}


@lru_cache(FORMS)
def _form_class(filters: type[Filters], names: tuple[str, ...]):
    """The form that reads these parameters. Making its class takes longer than reading them."""
    fields = {name: filters.declared()[name].field for name in names}
    return type(f"{filters.__name__}Form", (Form,), fields)
