from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from quotesdb.models.quote import Quote
from quotesdb.models.rowid import OneToOneRowid


class SearchTokens(models.TextField):  # type: ignore[type-arg]
    """What the engine's own index is made of: a tsvector, or on SQLite the text of a column."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def deconstruct(self) -> Any:
        name, _, arguments, options = super().deconstruct()
        return name, "quotesdb.models.search_document.SearchTokens", arguments, options


class SearchDocument(models.Model):
    """The words of a quote's wordings, folded, by which it is found. Kept by the writers."""

    quote = OneToOneRowid(Quote, models.CASCADE, primary_key=True, related_name="search_document")
    words = models.TextField(help_text="One line for each wording: its language, then its words.")
    tokens = SearchTokens(help_text="What the engine's index needs besides.")

    class Meta:
        ordering = ["quote"]

    def __str__(self) -> str:
        return f"of quote {self.quote_id}"


class SearchLanguage(models.Model):
    """A language that some document has words in, so that a query is stemmed in it."""

    code = models.CharField(max_length=2, primary_key=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code
