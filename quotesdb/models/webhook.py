from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from quotesdb.models.curated import has_words


class WebhookQuerySet(models.QuerySet["Webhook"]):
    def due(self, at: datetime) -> Self:
        """Those that are on, and that nobody is telling, nor shall, before this moment."""
        return self.filter(is_on=True).filter(Q(next_try_at=None) | Q(next_try_at__lte=at))


class Webhook(models.Model):
    """An address that is told of changes as they come, in signed messages."""

    label = models.CharField(max_length=100, help_text='Who is told, such as "mirror in Lyon".')
    url = models.URLField("address", max_length=500, help_text="Messages are posted to it.")
    kind = models.CharField(
        max_length=12,
        blank=True,
        help_text="Only of such records: speaker, outlet, article, quote, appearance or "
        "correction. Empty: of all.",
    )
    is_on = models.BooleanField(
        "told", default=True, help_text="Switched off by itself when it fails for long."
    )
    curator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="webhooks",
        help_text="Who answers for it.",
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    cursor = models.BigIntegerField(
        "told up to",
        default=0,
        editable=False,
        help_text="The number of the last change that it took.",
    )
    failures = models.PositiveIntegerField(
        default=0, editable=False, help_text="Attempts that failed, one after the other."
    )
    failing_since = models.DateTimeField(null=True, blank=True, editable=False)
    next_try_at = models.DateTimeField(null=True, blank=True, editable=False)
    off_because = models.CharField(max_length=300, blank=True, editable=False)

    objects = WebhookQuerySet.as_manager()

    class Meta:
        ordering = ["label", "id"]
        constraints = [
            has_words("label", "A webhook needs a label that says who is told."),
            models.CheckConstraint(
                condition=Q(url__regex=r"^https?://"),
                name="%(app_label)s_%(class)s_address_is_of_the_web",
                violation_error_message="The address must begin with https:// or http://.",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "",
                        "speaker",
                        "outlet",
                        "article",
                        "quote",
                        "appearance",
                        "correction",
                    ]
                ),
                name="%(app_label)s_%(class)s_kind_is_known",
                violation_error_message=(
                    "Kind must be speaker, outlet, article, quote, appearance or correction."
                ),
            ),
            models.CheckConstraint(
                condition=Q(failures=0, failing_since=None)
                | Q(failures__gt=0, failing_since__isnull=False),
                name="%(app_label)s_%(class)s_fails_since_a_moment",
                violation_error_message="What fails has failed since some moment.",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Delivery(models.Model):
    """One attempt to tell a webhook of some changes. Words are never kept with it."""

    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    at = models.DateTimeField(default=timezone.now)
    first = models.BigIntegerField(help_text="The number of the first change told.")
    last = models.BigIntegerField(help_text="The number of the last change told.")
    status = models.PositiveSmallIntegerField(
        null=True, help_text="What it answered (HTTP); empty where no answer came."
    )
    milliseconds = models.PositiveIntegerField()
    sentence = models.CharField(max_length=300, blank=True, help_text="Why it failed.")

    class Meta:
        verbose_name_plural = "deliveries"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lte=models.F("last")),
                name="%(app_label)s_%(class)s_first_not_after_last",
                violation_error_message="The first change told is not after the last.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"
