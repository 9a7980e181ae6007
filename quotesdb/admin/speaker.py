from typing import Any

from django import forms
from django.contrib import admin

from quotesdb import curation
from quotesdb.admin.curated import CuratedAdmin
from quotesdb.admin.form import CuratedForm, Lines
from quotesdb.admin.lists import Merged, number_of
from quotesdb.admin.merging.pages import Merging
from quotesdb.admin.named import Named
from quotesdb.models import Alias, Quote, Speaker
from quotesdb.vocabulary import SpeakerKind


class Names(Lines):
    """Other names, one a line."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})

    def clean(self, value):
        lines = super().clean(value).splitlines()
        return [line.strip() for line in lines if line.strip()]


def names_field():
    return Names(
        required=False, label="Also known as", help_text="Other names and spellings, one a line."
    )


def names_of(speaker):
    """The aliases as the field shows them."""
    return "\n".join(alias.name for alias in speaker.aliases.all()) if speaker.pk else ""


class SpeakerForm(CuratedForm):
    also_known_as = names_field()
    shown_as = {"aliases": "also_known_as"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("also_known_as", names_of(self.instance))
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text += " Made from the name if left empty."
        if "kind" in self.fields:
            kinds = self.fields["kind"].choices
            self.fields["kind"].choices = [one for one in kinds if one[0] != SpeakerKind.OUTLET]


ANONYMOUS: tuple[str, Any] = (
    "For an anonymous source",
    {"fields": ["granted_by", "identified_as", "identity_is_public"]},
)


@admin.register(Speaker)
class SpeakerAdmin(Merging, Named, CuratedAdmin):
    form = SpeakerForm
    list_display = ["name", "kind_shown", "granted_by", "quoted"]
    list_filter = ["kind", "identity_is_public", Merged]
    list_select_related = ["granted_by__speaker"]
    search_fields = ["name", "slug", "aliases__name", "description"]
    search_help_text = "The beginning of a name, also misspelt; slug or description"
    autocomplete_fields = ["granted_by", "identified_as"]
    of_the_record = ["version", "updated_at"]
    when_empty = (
        "A speaker is whoever words come from or pass through. Add the people and groups you "
        "quote as you need them; newspapers and agencies are added as outlets."
    )
    fieldsets = [
        (None, {"fields": ["name", "kind", "description", "also_known_as"]}),
        ANONYMOUS,
        ("Names elsewhere", {"fields": ["slug", "wikidata_id"]}),
    ]

    def keep(self, record, form, parts, **act):
        aliases = [Alias(name=name) for name in form.cleaned_data["also_known_as"]]
        return curation.keep_speaker(record, aliases=aliases, **act)

    def get_queryset(self, request):
        speakers = super().get_queryset(request).select_related("granted_by__speaker")
        return speakers.annotate(quoted=number_of(Quote, "speaker"))

    def get_fieldsets(self, request, obj=None):
        """An outlet is no anonymous source, and will not become one."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj and obj.kind == SpeakerKind.OUTLET:
            return [fieldset for fieldset in fieldsets if fieldset is not ANONYMOUS]
        return fieldsets

    def get_readonly_fields(self, request, obj=None):
        """A slug stands in addresses; an outlet stays one."""
        permanent = ["slug"] if obj else []
        if obj and obj.kind == SpeakerKind.OUTLET:
            permanent.append("kind")
        return [*super().get_readonly_fields(request, obj), *permanent]

    @admin.display(description="Kind", ordering="kind")
    def kind_shown(self, speaker):
        return speaker.kind

    @admin.display(description="Quotes", ordering="quoted")
    def quoted(self, speaker):
        return speaker.quoted

    @admin.display(description="Also known as")
    def also_known_as(self, speaker):
        return names_of(speaker)
