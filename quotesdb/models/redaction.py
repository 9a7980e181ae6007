from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from quotesdb.models.curated import CANNOT_BE_KEPT, one_of
from quotesdb.vocabulary import Ground, choices


class RedactionQuerySet(models.QuerySet["Redaction"]):
    def of_name(self, kind: str, name: str | int) -> Self:
        """Those of the record of this kind that had this id, key or slug."""
        if isinstance(name, int):
            return self.filter(kind=kind, number=name)
        if CANNOT_BE_KEPT.search(name):
            return self.none()
        return self.filter(kind=kind, key=name)


class Redaction(models.Model):
    """That a record was purged: what stands at its address, and keeps its name from coming back."""

    kind = models.CharField(max_length=12, help_text="Of record: speaker, outlet, quote and so on.")
    key = models.CharField(
        max_length=200, help_text="Its permanent key or slug, which stays taken."
    )
    number = models.BigIntegerField(
        null=True, help_text="Its id; unknown where it was redacted in another database."
    )
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="redactions"
    )
    because = models.CharField(
        max_length=9, choices=choices(Ground), help_text="A word alone: a sentence might tell."
    )

    objects = RedactionQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        default_permissions = ["view"]
        permissions = [("redact_record", "Can redact a record")]
        constraints = [
            one_of("because", Ground),
            models.UniqueConstraint(
                fields=["kind", "key"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="This record was redacted already.",
            ),
            models.UniqueConstraint(
                fields=["kind", "number"],
                condition=Q(number__isnull=False),
                name="%(app_label)s_%(class)s_number_once",
                violation_error_message="This record was redacted already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
