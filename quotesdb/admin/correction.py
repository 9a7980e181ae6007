from django.contrib import admin

from quotesdb import curation
from quotesdb.admin.corrected import TOLD, ways
from quotesdb.admin.curated import CuratedAdmin
from quotesdb.admin.lists import Merged
from quotesdb.models import Correction

MOST = 200
"""Lines about whom a correction affects, on its page."""


class Force(admin.SimpleListFilter):
    title = "force"
    parameter_name = "force"

    def lookups(self, request, model_admin):
        return [("yes", "In force"), ("no", "Taken back")]

    def queryset(self, request, queryset):
        if self.value() in ("yes", "no"):
            return queryset.taken_back(is_so=self.value() == "no")
        return queryset


def affects(correction):
    """The appearances that a correction comes to, as far as a page can show them."""
    found = ways().filter(correction=correction).order_by("appearance")
    return {
        "count": found.count(),
        "shown": found.select_related("appearance__article", "through", "correction")[:MOST],
    }


@admin.register(Correction)
class CorrectionAdmin(CuratedAdmin):
    change_form_template = "admin/quotesdb/correction_change_form.html"
    list_display = ["__str__", "made_on", "reason", "in_force"]
    list_filter = ["kind", Force, Merged]
    search_fields = [
        "reason",
        "key",
        "quote__text",
        "appearance__wording",
        "article__title",
        "article__key",
    ]
    search_help_text = "Reason, key, or words and titles of what it is about"
    autocomplete_fields = ["quote", "appearance", "article", "source_article"]
    cannot_be_added = ["quote", "appearance", "article"]
    back_to = "corrections"
    when_empty = (
        "A correction says that a quote, an appearance or an article was retracted, corrected, "
        "misattributed or made up. Open that record and choose “Add a correction” there."
    )
    fieldsets = [
        (
            "What it is about",
            {
                "fields": ["quote", "appearance", "article"],
                "description": "Exactly one of these. All that lies downstream is marked as "
                "affected when you save.",
            },
        ),
        ("What became known", {"fields": [("kind", "made_on"), "reason"]}),
        (
            "Where it says so",
            {
                "fields": ["source_url", "source_article", "source"],
                "description": "At least one of these.",
            },
        ),
    ]
    taking_back = (
        "If it was wrong itself",
        {
            "fields": ["taken_back_on", "taken_back_because"],
            "description": "Then say when and why, rather than delete it: it affects nothing any "
            "more, and those who saw it in force can read what became of it.",
        },
    )

    def get_fieldsets(self, request, obj=None):
        own = super().get_fieldsets(request, obj)
        return [*own[:3], self.taking_back, *own[3:]] if obj else own

    def change_view(self, request, object_id, form_url="", extra_context=None):
        record = self.get_object(request, object_id)
        told = {"affects": affects(record)} if record else {}
        return super().change_view(request, object_id, form_url, {**told, **(extra_context or {})})

    def keep(self, record, form, parts, **act):
        return curation.keep_correction(record, **act)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*TOLD)

    @admin.display(description="In force", boolean=True, ordering="taken_back_on")
    def in_force(self, correction):
        return correction.taken_back_on is None
