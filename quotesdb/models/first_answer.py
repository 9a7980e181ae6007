from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models


class FirstAnswerQuerySet(models.QuerySet["FirstAnswer"]):
    def since(self, moment: datetime) -> Self:
        """Those that were given then or later."""
        return self.filter(given_at__gte=moment)

    def before(self, moment: datetime) -> Self:
        """Those that were given earlier."""
        return self.filter(given_at__lt=moment)


class FirstAnswer(models.Model):
    """What a request with an idempotency key was answered, to be answered again if it is repeated.

    Kept for a while by `quotesdb.first_answers`, in the transaction of the write that it tells of.
    """

    # Found by the constraint's index, which begins with it.
    caller = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="first_answers", db_index=False
    )
    key = models.CharField(max_length=200)
    asked = models.CharField(max_length=64, help_text="Of the request: tells it from another.")
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict)
    body = models.BinaryField()
    given_at = models.DateTimeField(db_index=True)

    objects = FirstAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["caller", "key"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="This caller has used this idempotency key already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.status} to {self.key}"
