"""The index of likeness: by which words the quotes are found, whoever altered them.

None of these rows is curated: the writers keep them in step with the words (`quotesdb.likeness`).
The primary keys are given, and automatic by type only: on SQLite such a key is the number of the
row itself and needs no index beside it.
"""

from typing import Self

from django.db import models


class NumberedWords(models.Model):
    """The words of all wordings of one quote, as numbers.

    No foreign key: when a quote is gone, these words tell where it must be taken out.
    """

    quote = models.BigAutoField(primary_key=True)
    signature = models.BinaryField(help_text="As quotesdb.likeness.signatures writes it.")

    class Meta:
        ordering = ["quote"]

    def __str__(self) -> str:
        return f"of quote {self.quote}"


class PostingSegmentQuerySet(models.QuerySet["PostingSegment"]):
    def in_use(self) -> Self:
        """Those that are read, in the order of their quotes."""
        return self.exclude(first=None).order_by("first")


class PostingSegment(models.Model):
    """A range of quotes whose features are posted together: from `first` to the next segment's."""

    id = models.BigAutoField(primary_key=True)
    first = models.BigIntegerField(
        unique=True, null=True, help_text="Null: it is being made or taken apart, and not read."
    )
    quotes = models.PositiveIntegerField(help_text="How many of them have words.")
    bits = models.PositiveSmallIntegerField(
        help_text="So many bits of a feature say in which list it is."
    )
    tagged = models.BooleanField(
        default=False, help_text="Whether eight more bits stand beside each quote of a list."
    )

    objects = PostingSegmentQuerySet.as_manager()

    class Meta:
        ordering = ["first"]

    def __str__(self) -> str:
        return f"{self.quotes} quotes from {self.first} on"


class PostingList(models.Model):
    """The quotes of one segment that have one of the features of this place."""

    place = models.BigAutoField(
        primary_key=True, help_text="The segment, and in the lower 32 bits the number of the list."
    )
    quotes = models.BinaryField(help_text="As quotesdb.likeness.rows writes it.")

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return f"{self.place >> 32}/{self.place & 0xFFFFFFFF}"
