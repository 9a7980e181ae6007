from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from quotesdb.models.curated import has_words, one_of
from quotesdb.vocabulary import Door, Mergeable, choices


class MergeQuerySet(models.QuerySet["Merge"]):
    def in_force(self) -> Self:
        """Those that nobody has undone."""
        return self.filter(undone_at=None)

    def by_themselves(self) -> Self:
        """Those that somebody asked for; not what had to be merged along with them."""
        return self.filter(part_of=None)


class Merge(models.Model):
    """That one record took the place of another, who decided so, and what it takes to undo it.

    Records are named by number and not by foreign key: a merge is remembered when they are gone.
    """

    part_of = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="parts")
    kind = models.CharField(max_length=10, choices=choices(Mergeable))
    loser = models.BigIntegerField(help_text="The record that gave way.")
    survivor = models.BigIntegerField(help_text="The record that took its place.")
    loser_name = models.CharField("merged", max_length=200, help_text="Its slug or key.")
    survivor_name = models.CharField("into", max_length=200, help_text="Its slug or key.")
    chosen = models.JSONField(default=dict, help_text="What was chosen where the two differed.")
    values = models.JSONField(
        default=list, help_text="What was set: model, id, column, value before, value after."
    )
    counts = models.JSONField(default=dict, help_text="How many rows moved, by what names them.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="merges"
    )
    at = models.DateTimeField("when")
    why = models.CharField(max_length=500)
    door = models.CharField(max_length=10, choices=choices(Door))
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField("undone", null=True, blank=True)
    undone_why = models.CharField("why undone", max_length=500, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        default_permissions = ("view",)
        permissions = [("merge_records", "Can merge and split records")]
        constraints = [
            one_of("kind", Mergeable),
            has_words("why", "A merge needs a reason: say why the two are the same."),
            models.UniqueConstraint(
                fields=["kind", "loser"],
                condition=Q(undone_at=None),
                name="%(app_label)s_%(class)s_in_force_once",
                violation_error_message="This record is merged into another already.",
            ),
            models.CheckConstraint(
                condition=~Q(loser=F("survivor")),
                name="%(app_label)s_%(class)s_of_two",
                violation_error_message="Two records are needed for a merge.",
            ),
        ]
        indexes = [models.Index("kind", "survivor", name="merge_by_survivor")]

    def __str__(self) -> str:
        return f"{self.kind} {self.loser_name} into {self.survivor_name}"


class MovedQuerySet(models.QuerySet["Moved"]):
    def that_count(self) -> Self:
        """Those that are about what stands in the rows now."""
        return self.filter(set_aside_by=None)


class Moved(models.Model):
    """That a row named a record until that was merged: where it goes back to.

    A row that moved on with a further merge keeps the first one, from which it came. Where a merge
    gave the row another value, this is set aside, and counts again when that merge is undone.
    """

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="moved", db_index=False)
    place = models.CharField(max_length=40, help_text="Model and column, such as quote.speaker.")
    row = models.BigIntegerField()
    values = models.JSONField(
        null=True, help_text="What the row said, if it gave way to one that said the same."
    )

    set_aside_by = models.ForeignKey(
        Merge,
        models.CASCADE,
        null=True,
        related_name="set_aside",
        db_index=False,
        help_text="The merge that gave the row another value since.",
    )

    objects = MovedQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["place", "row"],
                condition=Q(set_aside_by=None),
                name="%(app_label)s_%(class)s_once",
                violation_error_message="Where this row came from is recorded already.",
            ),
            models.UniqueConstraint(
                fields=["set_aside_by", "place", "row"],
                name="%(app_label)s_%(class)s_set_aside_once",
                violation_error_message="What this merge set aside of the row is recorded already.",
            ),
        ]
        indexes = [models.Index("merge", "place", "row", name="moved_by_merge")]

    def __str__(self) -> str:
        return f"{self.place} {self.row}"
