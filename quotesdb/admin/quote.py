from django.contrib import admin

from quotesdb import curation
from quotesdb.admin.labels import when_said
from quotesdb.admin.lists import Merged, number_of
from quotesdb.admin.merging.pages import Merging
from quotesdb.admin.printed import PrintingAdmin
from quotesdb.facts import facts_of
from quotesdb.models import Appearance, Quote
from quotesdb.provenance.origins import origins


@admin.register(Quote)
class QuoteAdmin(Merging, PrintingAdmin):
    change_form_template = "admin/quotesdb/quote_change_form.html"
    list_display = ["__str__", "speaker", "said", "attribution_status", "printed"]
    list_filter = ["attribution_status", "record_source", Merged]
    list_select_related = ["speaker"]
    search_fields = ["text", "key", "speaker__name"]
    search_help_text = "Words, speaker or key"
    autocomplete_fields = ["speaker"]
    of_the_record = ["key", "record_source", "version", "updated_at"]
    when_empty = (
        "A quote is one act of saying, however many articles print it. Most are added on the way: "
        "open an article and add an appearance, with the + beside its quote."
    )
    fieldsets = [
        (None, {"fields": ["text", "language", "speaker", "attribution_status"]}),
        (
            "When and where it was said",
            {
                "fields": [("said_from", "said_until"), "occasion"],
                "description": "One day: the same day twice. A month: its first and last day. "
                "Nobody knows: leave both empty.",
            },
        ),
    ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        record = self.get_object(request, object_id)
        told = {"origins": origins(facts_of(record.pk))} if record else {}
        return super().change_view(request, object_id, form_url, {**told, **(extra_context or {})})

    def get_readonly_fields(self, request, obj=None):
        fixed = [] if request.user.has_perm(curation.SET_STATUS) else ["attribution_status"]
        return [*super().get_readonly_fields(request, obj), *fixed]

    def keep(self, record, form, parts, **act):
        return curation.keep_quote(record, **act)

    def get_queryset(self, request):
        quotes = super().get_queryset(request).select_related("speaker")
        return quotes.annotate(printed=number_of(Appearance, "quote"))

    @admin.display(description="Said", ordering="sort_date")
    def said(self, quote):
        return when_said(quote)

    @admin.display(description="Printed", ordering="printed")
    def printed(self, quote):
        return quote.printed
