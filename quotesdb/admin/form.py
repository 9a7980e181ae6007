"""The form of a curated record: it reads what was typed; `quotesdb.curation` judges it."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.functional import cached_property

from quotesdb.curation import STALE

NOTES = ("opened_version", "why")


class Lines(forms.CharField):
    """Text over several lines, whose ends browsers send as two characters and we keep as one."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


def text_in_rows(rows):
    """How the pages of the desk ask for longer text."""
    return {"form_class": Lines, "widget": AdminTextareaWidget(attrs={"rows": rows})}


class CuratedForm(forms.ModelForm):
    """A record's own fields, why they change, and which version they were opened from."""

    opened_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    why = forms.CharField(
        required=False,
        max_length=500,
        label="Why this change?",
        help_text="Kept in the history, for those who come after you.",
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )

    refusals = ()
    """What the writers had against this very submission, if it was refused."""

    part_names = ()
    """The relations whose refusals belong to the page's other forms."""

    shown_as: dict[str, str] = {}
    """The field that shows a place of the record which has no field of its own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["opened_version"] = self.instance.version
            self.fields["opened_version"].required = True

    @cached_property
    def changed_data(self):
        return [name for name in super().changed_data if name not in NOTES]

    def clean(self):
        data = super().clean()
        if self.is_stale():
            self.add_error(None, STALE)
        for refusal in self.refusals:
            if not refusal.path or refusal.path[0] not in self.part_names:
                self.show(refusal)
        return data

    def is_stale(self):
        opened = self.cleaned_data.get("opened_version")
        return bool(self.instance.pk and opened != self.instance.version)

    def show(self, refusal):
        place = refusal.path[0] if refusal.path else None
        place = self.shown_as.get(place, place)
        field = place if place in self.fields else None
        if refusal.sentence not in self.errors.get(field or NON_FIELD_ERRORS, ()):
            self.add_error(field, refusal.sentence)

    def validate_unique(self):
        """Left to the writers, who say each thing once, and in its place."""

    def validate_constraints(self):
        """Left to the writers, too."""
