"""What is asked of somebody who merges or splits."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget

from quotesdb.admin.finding import Finder, Labelled, is_id
from quotesdb.admin.form import Lines
from quotesdb.models import Appearance, Article, Outlet, Quote, Speaker
from quotesdb.vocabulary import SpeakerKind, choices

KEEP, ROWS = "keep-", "rows-"

NAMED_IN = {
    Speaker: Quote._meta.get_field("speaker"),
    Outlet: Article._meta.get_field("outlet"),
    Quote: Appearance._meta.get_field("quote"),
}
"""A field in which such a record is chosen elsewhere: here it is searched for in the same way."""


def choosing_form(model, site):
    """One field, in which the survivor is searched for."""
    into = Labelled(
        model.objects.none(), label="Merge it into", widget=Finder(NAMED_IN[model], site)
    )
    return type("ChoosingForm", (forms.Form,), {"into": into})(auto_id="id_%s")


def keep_of(data):
    """What was chosen where the two differ, by name."""
    return {
        name.removeprefix(KEEP): data[name] for name in data if name.startswith(KEEP) and data[name]
    }


def rows_of(data):
    """The rows that were chosen, by place."""
    chosen = {
        name.removeprefix(ROWS): [int(one) for one in data.getlist(name) if is_id(one)]
        for name in data
        if name.startswith(ROWS)
    }
    return {name: some for name, some in chosen.items() if some}


class SplitForm(forms.Form):
    """What the new record is, and why there are two."""

    why = forms.CharField(
        max_length=500,
        label="Why are these two?",
        help_text="Kept in the history of both.",
        widget=AdminTextInputWidget(attrs={"autocomplete": "off"}),
    )

    @staticmethod
    def of(record):
        """The form for a record of this sort."""
        return SplitQuoteForm if isinstance(record, Quote) else SplitNamedForm


class SplitNamedForm(SplitForm):
    """A new speaker or outlet."""

    name = forms.CharField(max_length=300, widget=AdminTextInputWidget)
    kind = forms.ChoiceField(
        required=False,
        choices=[("", "as this one"), *choices(SpeakerKind)],
        help_text="An outlet stays an outlet.",
    )
    description = Lines(
        required=False,
        max_length=2000,
        widget=AdminTextareaWidget({"rows": 3}),
        help_text="What tells the two apart.",
    )
    field_order = ["name", "kind", "description", "why"]

    def new_record(self, record):
        given = self.cleaned_data
        told = {"name": given["name"], "description": given["description"]}
        if isinstance(record, Outlet):
            return Outlet(speaker=Speaker(**told))
        return Speaker(kind=given["kind"] or record.kind, **told)


class SplitQuoteForm(SplitForm):
    """A new quote; what is not asked here is as it was, and can be changed on its page."""

    text = Lines(label="Its reference wording", widget=AdminTextareaWidget({"rows": 3}))
    said_from = forms.DateField(
        required=False, label="Said on or after", help_text="Such as 2024-01-31."
    )
    said_until = forms.DateField(required=False, label="Said on or before")
    field_order = ["text", "said_from", "said_until", "why"]

    def new_record(self, record):
        given = self.cleaned_data
        return Quote(
            text=given["text"],
            language=record.language,
            speaker=record.speaker,
            said_from=given["said_from"],
            said_until=given["said_until"],
            record_source="curator",
        )
