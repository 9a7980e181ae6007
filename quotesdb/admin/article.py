from django.contrib import admin

from quotesdb import curation
from quotesdb.admin.lists import Merged, number_of
from quotesdb.admin.parts import StackedParts
from quotesdb.admin.printed import PrintingAdmin
from quotesdb.admin.review.pages import review_address
from quotesdb.models import Appearance, Article, ArticleText, Reliance


class RelianceInline(StackedParts):
    model = Reliance
    fk_name = "article"
    relation = "relies_on"
    verbose_name = "outlet or article relied on"
    verbose_name_plural = "Relies on"
    autocomplete_fields = ["outlet", "source"]
    fields = [("outlet", "source"), ("kind", "certainty"), "evidence"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("outlet__speaker", "source")


@admin.register(Article)
class ArticleAdmin(PrintingAdmin):
    list_display = ["called", "outlet", "published_on", "language", "printed"]
    list_filter = ["published_on", Merged]
    list_select_related = ["outlet__speaker"]
    search_fields = ["title", "url", "key", "outlet__speaker__name"]
    search_help_text = "Title, address, key or outlet"
    autocomplete_fields = ["outlet"]
    inlines = [RelianceInline]
    when_empty = (
        "An article is one published document, with whatever is known of it. Add the first one; "
        "then record from its page which quotes it prints."
    )
    fieldsets = [
        (None, {"fields": ["title", "url", "outlet", ("published_on", "language")]}),
    ]

    def keep(self, record, form, parts, **act):
        return curation.keep_article(record, **parts, **act)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {"review": review_address(request, object_id), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def get_queryset(self, request):
        articles = super().get_queryset(request).select_related("outlet__speaker")
        return articles.annotate(printed=number_of(Appearance, "article"))

    def get_deleted_objects(self, objs, request):
        """The text goes with its article, though nobody may delete a text by itself."""
        found, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return found, counts, lacking - {ArticleText._meta.verbose_name}, protected

    @admin.display(description="Article", ordering="title")
    def called(self, article):
        return str(article)

    @admin.display(description="Appearances", ordering="printed")
    def printed(self, article):
        return article.printed
