from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db import models

from quotesdb import curation
from quotesdb.admin.corrected import CorrectableAdmin, from_elsewhere
from quotesdb.admin.finding import is_id
from quotesdb.admin.form import text_in_rows
from quotesdb.admin.labels import chain
from quotesdb.admin.lists import Merged
from quotesdb.admin.parts import StackedParts
from quotesdb.admin.printed import with_all_shown
from quotesdb.models import Appearance, Article, Hop, Segment


class NumberedInline(StackedParts):
    """Parts in an order, that the page numbers for the curator."""

    class Media:
        js = ["quotesdb/admin-positions.js"]

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else self.extra


class SegmentInline(NumberedInline):
    model = Segment
    relation = "segments"
    verbose_name_plural = "Segments: the words as this article prints them"
    extra = 1
    fields = ["exact", ("prefix", "suffix"), ("position", "place")]
    readonly_fields = ["place"]
    formfield_overrides = {models.TextField: text_in_rows(3)}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The space before and after the words belongs to what surrounds them."""
        if db_field.name in ("prefix", "suffix"):
            return db_field.formfield(strip=False, widget=AdminTextInputWidget)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description="Place in the text")
    def place(self, segment):
        if segment.start is None:
            return "not checked against a text"
        return f"characters {segment.start} to {segment.end}"


class HopInline(NumberedInline):
    model = Hop
    fk_name = "appearance"
    relation = "chain"
    verbose_name_plural = (
        "Chain: from the origin of the words to the last hands before this article"
    )
    extra = 2
    autocomplete_fields = ["speaker", "article"]
    fields = [
        ("speaker", "attributed_as"),
        ("relation", "medium", "certainty", "position"),
        ("evidence", "article"),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("speaker", "article")


class IsAffected(admin.SimpleListFilter):
    title = "corrections"
    parameter_name = "affected"

    def lookups(self, request, model_admin):
        return [("yes", "Affected by one"), ("no", "Affected by none")]

    def queryset(self, request, queryset):
        if self.value() in ("yes", "no"):
            return queryset.affected(is_so=self.value() == "yes")
        return queryset


@admin.register(Appearance)
class AppearanceAdmin(CorrectableAdmin):
    list_display = ["__str__", "said_by", "through", "article", "affected"]
    list_filter = ["form", "is_translation", IsAffected, Merged]
    search_fields = ["wording", "key", "quote__speaker__name", "article__title"]
    search_help_text = "Words, speaker of the quote, title of the article, or key"
    autocomplete_fields = ["quote", "article", "nested_in"]
    cannot_be_added = ["nested_in"]
    inlines = [SegmentInline, HopInline]
    of_the_record = ["key", "wording", "text", "version", "updated_at"]
    when_empty = (
        "An appearance is one printing of a quote by one article. Open an article "
        "and choose “Add an appearance” there."
    )
    fieldsets = [
        (None, {"fields": ["quote", "article"]}),
        (
            "How it is printed",
            {"fields": [("form", "language"), ("cue", "is_translation"), "nested_in"]},
        ),
    ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        may_see = is_id(object_id) and request.user.has_perm("quotesdb.view_correction")
        told = {"affected_by": from_elsewhere(object_id)} if may_see else {}
        return super().change_view(request, object_id, form_url, {**told, **(extra_context or {})})

    def keep(self, record, form, parts, **act):
        return curation.keep_appearance(record, **parts, **act)

    def get_queryset(self, request):
        return with_all_shown(super().get_queryset(request))

    def get_changeform_initial_data(self, request):
        """An article prints quotes in its own language, mostly."""
        initial = super().get_changeform_initial_data(request)
        article = initial.get("article", "")
        if is_id(article):
            known = Article.objects.filter(pk=article).values_list("language", flat=True)
            initial.setdefault("language", known.first() or "und")
        return initial

    def get_form(self, request, obj=None, change=False, **kwargs):
        """What an appearance is nested in is looked for in its own article, where that is known."""
        form = super().get_form(request, obj, change, **kwargs)
        article = obj.article_id if obj else request.GET.get("article")
        if article and "nested_in" in form.base_fields:
            finder = form.base_fields["nested_in"].widget.widget
            finder.within = {"article": article, "but": obj.pk if obj else ""}
        return form

    def narrow(self, request, found):
        article, but = request.GET.get("article", ""), request.GET.get("but", "")
        if is_id(article):
            found = found.filter(article=article)
        return found.exclude(pk=but) if is_id(but) else found

    def get_formset_kwargs(self, request, obj, inline, prefix):
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        return {**given, "initial": [{"position": number} for number in range(inline.extra)]}

    @admin.display(description="Said by", ordering="quote__speaker__name")
    def said_by(self, appearance):
        return appearance.quote.speaker

    @admin.display(description="Through")
    def through(self, appearance):
        return chain(appearance)

    @admin.display(description="Affected by")
    def affected(self, appearance):
        """What corrections say of it and of all that lies upstream, each word once."""
        kinds = (way.correction.kind for way in appearance.affected_by.all())
        return ", ".join(dict.fromkeys(kinds))
