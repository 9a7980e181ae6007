from django.contrib import admin

from quotesdb.admin.lists import ShortCount
from quotesdb.models import ArticleText


class ReadOnly(admin.ModelAdmin):
    """Rows that only importers write."""

    paginator = ShortCount
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(ArticleText)
class ArticleTextAdmin(ReadOnly):
    list_display = ["article", "version", "retrieved_at", "sha256"]
    list_filter = ["retrieved_at"]
    list_select_related = ["article"]
    search_fields = ["article__title", "article__key", "sha256"]
    search_help_text = "Title or key of the article, or the text's SHA-256"

    def get_queryset(self, request):
        return super().get_queryset(request).defer("body")
