from django.contrib import admin

from quotesdb.admin.article_text import ReadOnly
from quotesdb.models import Brought


@admin.register(Brought)
class BroughtAdmin(ReadOnly):
    list_display = ["key", "kind", "importer", "file"]
    list_filter = ["kind", "importer"]
    search_fields = ["key", "file"]
    search_help_text = "Key or file"
