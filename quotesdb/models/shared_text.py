"""What the reports of articles have in common, and what is too common to tell anything.

None of these rows is curated: the writers keep them, from the texts.
"""

from django.db import models

from quotesdb.models.article import ArticleText
from quotesdb.models.quote import Quote


class SharedText(models.Model):
    """That the reports of two articles that print a quote are the same in part."""

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="shared_texts")
    a = models.ForeignKey(ArticleText, models.CASCADE, related_name="+")
    b = models.ForeignKey(ArticleText, models.CASCADE, related_name="+")
    share = models.FloatField(help_text="The part of the shorter one, from 0 to 1.")
    sample = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["quote", "a", "b"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="That these two share text is recorded already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.share:.0%}: {self.sample}"


class CommonPrint(models.Model):
    """A fingerprint of text that several articles hold. Counted anew by `recount` alone."""

    number = models.BigIntegerField(primary_key=True)
    articles = models.PositiveIntegerField()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}: {self.articles}"


class CommonWord(models.Model):
    """A word that many quotes in a language have. Counted anew by `recount` alone."""

    language = models.CharField(max_length=35)
    word = models.CharField(max_length=100)

    class Meta:
        ordering = ["language", "word"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "word"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="This word is recorded already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.word} ({self.language})"
