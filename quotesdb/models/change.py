from typing import Self

from django.db import models

from quotesdb.models.curated import one_of
from quotesdb.vocabulary import Happened, choices


class ChangeQuerySet(models.QuerySet["Change"]):
    def after(self, number: int) -> Self:
        """Those after the change of this number, in the order in which they were committed."""
        return self.filter(pk__gt=number).order_by("pk")


class Change(models.Model):
    """That an act did something to a record. The ids are in the order of commits.

    Given by whoever has the turn to write, so no change with a smaller id is ever committed later.
    """

    at = models.DateTimeField(help_text="The moment of the act.")
    kind = models.CharField(max_length=12, help_text="Of record: speaker, outlet, quote and so on.")
    number = models.BigIntegerField(help_text="The record's id, which is never another's.")
    key = models.CharField(max_length=200, help_text="The record's permanent key or slug.")
    what = models.CharField(max_length=9, choices=choices(Happened))
    version = models.PositiveIntegerField(help_text="The record's, after the act.")
    merged_into = models.CharField(
        max_length=200, blank=True, help_text="The key or slug of the record that took its place."
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            one_of("what", Happened),
            models.UniqueConstraint(
                fields=["number", "kind", "at"],
                name="%(app_label)s_%(class)s_once_an_act",
                violation_error_message="Of this record and act it is told already.",
            ),
        ]
        indexes = [models.Index("kind", "id", name="change_by_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.what}"
