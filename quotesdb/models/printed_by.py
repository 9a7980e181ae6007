from django.db import models
from django.db.models import F, Q

from quotesdb.models.outlet import Outlet
from quotesdb.models.quote import Quote


class PrintedBy(models.Model):
    """That an outlet prints a quote, with the days by which that is found. Kept by the writers."""

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="printed_by", db_index=False)
    outlet = models.ForeignKey(
        Outlet,
        models.CASCADE,
        null=True,
        related_name="prints",
        db_index=False,
        help_text="Empty where it is not known who published the article.",
    )
    sort_date = models.DateField(help_text="The quote's own.")
    said_until = models.DateField(null=True, help_text="The quote's own.")
    is_open = models.BooleanField(help_text="Whether it is not known since when it may be said.")
    first_on = models.DateField(null=True, help_text="When it first printed the quote, if known.")
    last_on = models.DateField(null=True, help_text="When it last did, if known.")

    class Meta:
        verbose_name_plural = "printed by"
        ordering = ["quote", "outlet"]
        constraints = [
            models.UniqueConstraint(
                fields=["quote", "outlet"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="That this outlet prints this quote is recorded already.",
            ),
            models.UniqueConstraint(
                fields=["quote"],
                condition=Q(outlet=None),
                name="%(app_label)s_%(class)s_unknown_once",
                violation_error_message="That somebody prints this quote is recorded already.",
            ),
            models.CheckConstraint(
                condition=Q(first_on=None, last_on=None) | Q(first_on__lte=F("last_on")),
                name="%(app_label)s_%(class)s_first_not_after_last",
                violation_error_message="An outlet prints a quote first and then last.",
            ),
        ]
        indexes = [
            models.Index("outlet", "sort_date", "quote", name="printed_by_outlet_and_date"),
            models.Index(
                "outlet",
                "is_open",
                "sort_date",
                "quote",
                "said_until",
                name="printed_by_outlet_when_said",
            ),
        ]

    def __str__(self) -> str:
        return f"quote {self.quote_id} by outlet {self.outlet_id}"
