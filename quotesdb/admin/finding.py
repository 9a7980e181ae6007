"""Choosing a record by searching for it, with enough beside its name to tell it from others."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.urls import reverse
from django.utils.http import urlencode

from quotesdb.admin.labels import label

MOST_DIGITS = 19

SCRIPTS = ["admin/js/jquery.init.js", "admin/js/autocomplete.js", "quotesdb/admin-finding.js"]
"""In the order in which each needs the one before it."""


def is_id(text):
    """Whether this may be the id of a row: neither words, nor more than a database can count."""
    told = str(text)
    is_short = told.isascii() and told.isdecimal() and len(told) <= MOST_DIGITS
    return is_short and int(told) < 2**63


class Find(AutocompleteJsonView):
    """The standing records that answer to a term, labelled."""

    def get_queryset(self):
        return self.model_admin.narrow(self.request, super().get_queryset().standing())

    def serialize_result(self, obj, to_field_name):
        return {"id": str(getattr(obj, to_field_name)), "text": label(obj)}


class Finder(AutocompleteSelect):
    """A field to search in. `within` narrows down what is found."""

    within: dict[str, Any] = {}

    @property
    def media(self):
        return super().media + forms.Media(js=SCRIPTS)

    def optgroups(self, name, value, attrs=None):
        """Whatever an address or a submission proposes: only an id can be looked up."""
        return super().optgroups(name, [one for one in value if not one or is_id(one)], attrs)

    def get_url(self):
        found = self.field.related_model._meta
        address = reverse(f"{self.admin_site.name}:{found.app_label}_{found.model_name}_find")
        return f"{address}?{urlencode(self.within)}" if self.within else address


class Labelled(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return label(obj)


class Finding:
    """A page on which the fields of `autocomplete_fields` are chosen by searching."""

    cannot_be_added: Sequence[str] = ()
    """The fields for which there is no + to add a record on the spot."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Beside a chosen record stand a pencil and a +, and nothing that deletes it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = field.widget.can_view_related = False
            if db_field.name in self.cannot_be_added:
                field.widget.can_add_related = False
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = Finder(db_field, self.admin_site)
            kwargs["form_class"] = Labelled
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
