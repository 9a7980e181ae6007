from django.db import models

from quotesdb.models.quote import Quote
from quotesdb.models.rowid import OneToOneRowid


class KeptAnswer(models.Model):
    """What is answered about the origins of a quote that is printed often. Kept by the writers."""

    quote = OneToOneRowid(Quote, models.CASCADE, primary_key=True, related_name="kept_answer")
    origins = models.BinaryField(help_text="JSON, compressed by zlib.")
    graph = models.BinaryField(help_text="JSON, compressed by zlib.")

    class Meta:
        ordering = ["quote"]

    def __str__(self) -> str:
        return f"about quote {self.quote_id}"
