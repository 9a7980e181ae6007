from copy import copy

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget

from quotesdb import curation
from quotesdb.admin.curated import CuratedAdmin
from quotesdb.admin.form import CuratedForm
from quotesdb.admin.lists import Merged, number_of
from quotesdb.admin.merging.pages import Merging
from quotesdb.admin.named import Named
from quotesdb.admin.speaker import names_field, names_of
from quotesdb.models import Alias, Article, Outlet, Speaker
from quotesdb.vocabulary import SpeakerKind

OF_SPEAKER = ["name", "slug", "description", "wikidata_id"]


def speaker_field(name, widget=AdminTextInputWidget, **options):
    return Speaker._meta.get_field(name).formfield(widget=widget, **options)


class OutletForm(CuratedForm):
    """The outlet and the speaker that it is, as one."""

    name = speaker_field("name")
    slug = speaker_field(
        "slug",
        required=False,
        help_text="The name in addresses. Permanent. Made from the name if left empty.",
    )
    description = speaker_field("description", AdminTextareaWidget({"rows": 4}), help_text="")
    wikidata_id = speaker_field("wikidata_id")
    also_known_as = names_field()
    shown_as = {"aliases": "also_known_as"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            speaker = self.instance.speaker
            shown = {name: getattr(speaker, name) for name in OF_SPEAKER}
            self.initial |= {**shown, "also_known_as": names_of(speaker)}

    def speaker(self):
        """The outlet's speaker, as the form has it."""
        speaker = copy(self.instance.speaker) if self.instance.speaker_id else Speaker()
        for name in OF_SPEAKER:
            if name in self.cleaned_data:
                setattr(speaker, name, self.cleaned_data[name])
        return speaker


@admin.register(Outlet)
class OutletAdmin(Merging, Named, CuratedAdmin):
    form = OutletForm
    list_display = ["name", "kind_shown", "domain", "country", "language", "printed"]
    list_filter = ["kind", Merged]
    list_select_related = ["speaker"]
    search_fields = [
        "speaker__name",
        "speaker__slug",
        "speaker__aliases__name",
        "domain",
        "=country",
    ]
    search_help_text = "The beginning of a name, also misspelt; slug, domain or country"
    kinds = (SpeakerKind.OUTLET.value,)
    speaker = "speaker"
    of_the_record = ["version", "updated_at"]
    when_empty = (
        "An outlet is who publishes: a newspaper, an agency, a broadcaster, a website. "
        "Add the first one here, or with the + beside an article's outlet."
    )
    fieldsets = [
        (None, {"fields": ["name", "kind", "description", "also_known_as"]}),
        ("Where and how it publishes", {"fields": ["domain", ("country", "language")]}),
        ("Names elsewhere", {"fields": ["slug", "wikidata_id"]}),
    ]

    def keep(self, record, form, parts, **act):
        aliases = [Alias(name=name) for name in form.cleaned_data["also_known_as"]]
        return curation.keep_outlet(record, form.speaker(), aliases=aliases, **act)

    def get_queryset(self, request):
        outlets = super().get_queryset(request).select_related("speaker")
        return outlets.annotate(printed=number_of(Article, "outlet"))

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj else [])]

    def to_field_allowed(self, request, to_field):
        """An outlet may be added from where a speaker is chosen, and is chosen as that speaker."""
        return to_field == "speaker" or super().to_field_allowed(request, to_field)

    @admin.display(ordering="speaker__name")
    def name(self, outlet):
        return outlet.speaker.name

    @admin.display
    def slug(self, outlet):
        return outlet.speaker.slug

    @admin.display
    def description(self, outlet):
        return outlet.speaker.description

    @admin.display(description="Wikidata id")
    def wikidata_id(self, outlet):
        return outlet.speaker.wikidata_id

    @admin.display(description="Also known as")
    def also_known_as(self, outlet):
        return names_of(outlet.speaker)

    @admin.display(description="Kind", ordering="kind")
    def kind_shown(self, outlet):
        return outlet.kind

    @admin.display(description="Articles", ordering="printed")
    def printed(self, outlet):
        return outlet.printed
