from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone


def make_mark() -> str:
    """A mark that no edition had before, nor will in any copy of the data."""
    return uuid4().hex


class Edition(models.Model):
    """The state of all that is held: another one after every act that changed any of it.

    There is one row, or none.
    """

    mark = models.CharField(max_length=32, default=make_mark)
    at = models.DateTimeField(
        default=timezone.now, help_text="The moment of that act; the next one's is later."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(id=1),
                name="%(app_label)s_%(class)s_one_only",
                violation_error_message="There is one edition: the present one.",
            )
        ]

    def __str__(self) -> str:
        return self.mark
