from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from quotesdb.models.curated import one_of
from quotesdb.models.outlet import Outlet
from quotesdb.models.quote import Quote
from quotesdb.models.speaker import Speaker
from quotesdb.vocabulary import Alike, Mergeable, choices

SORTS: dict[Mergeable, Any] = {
    Mergeable.SPEAKER: Speaker,
    Mergeable.OUTLET: Outlet,
    Mergeable.QUOTE: Quote,
}


def _stands(column: str) -> Case:
    """Whether the record of this number stands. By cases, for with OR no index gives the order."""
    return Case(
        *(
            When(kind=kind.value, then=Exists(model.objects.standing().filter(pk=OuterRef(column))))
            for kind, model in SORTS.items()
        ),
        default=Value(False),
        output_field=models.BooleanField(),
    )


class DuplicateQuerySet(models.QuerySet["Duplicate"]):
    def undecided(self) -> Self:
        """Those that nobody has decided about, both of which stand."""
        return self.filter(_stands("a"), _stands("b"), decided_at=None)

    def told_apart(self) -> Self:
        """Those of which somebody said that they are not the same."""
        return self.exclude(decided_at=None)


class Duplicate(models.Model):
    """Two records that may be the same, or of which somebody said that they are not."""

    kind = models.CharField(max_length=10, choices=choices(Mergeable))
    a = models.BigIntegerField(help_text="The older one, by number.")
    b = models.BigIntegerField()
    alike = models.CharField(max_length=12, choices=choices(Alike), help_text="Why they may be.")
    similarity = models.FloatField(default=1, help_text="From 0 to 1.")
    found_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(
        null=True, blank=True, help_text="When somebody said that they are not the same."
    )
    why = models.CharField(max_length=500, blank=True)

    objects = DuplicateQuerySet.as_manager()

    class Meta:
        verbose_name = "pair that may be the same"
        verbose_name_plural = "perhaps the same"
        ordering = ["-similarity", "id"]
        default_permissions = ("view",)
        constraints = [
            one_of("kind", Mergeable),
            one_of("alike", Alike),
            models.UniqueConstraint(
                fields=["kind", "a", "b"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="These two are recorded as perhaps the same already.",
            ),
            models.CheckConstraint(
                condition=Q(a__lt=F("b")),
                name="%(app_label)s_%(class)s_older_first",
                violation_error_message="Of two records the one with the lower number comes first.",
            ),
            models.CheckConstraint(
                condition=Q(similarity__gte=0, similarity__lte=1),
                name="%(app_label)s_%(class)s_similarity_from_0_to_1",
                violation_error_message="A similarity is a number from 0 to 1.",
            ),
        ]
        indexes = [
            models.Index(
                F("similarity").desc(),
                "id",
                condition=Q(decided_at=None),
                name="duplicate_undecided",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.a} and {self.b}"
