from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from quotesdb.models.curated import has_words, one_of
from quotesdb.vocabulary import Scope, choices


class ApiKeyQuerySet(models.QuerySet["ApiKey"]):
    def working(self, at: datetime) -> Self:
        """Those that open the door at this moment; no key does whose owner may not sign in."""
        return self.filter(revoked_at=None, expires_at__gt=at, curator__is_active=True)


class ApiKey(models.Model):
    """A key by which a program asks and writes in a curator's name. Only its hash is kept."""

    curator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="api_keys",
        help_text="In whose name it writes; it may never do more than they may.",
    )
    label = models.CharField(max_length=100, help_text='What it is for, such as "nightly mirror".')
    scope = models.CharField(
        max_length=7,
        choices=choices(Scope),
        default=Scope.READ.value,
        help_text="Read: asks only. Propose: adds articles and candidates. Curate: all that its "
        "owner may do to records.",
    )
    beginning = models.CharField(max_length=12, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(help_text="From then on it opens nothing.")
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_used_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Exact to the hour."
    )

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        verbose_name = "API key"
        ordering = ["-made_at", "-id"]
        constraints = [
            one_of("scope", Scope),
            has_words("label", "A key needs a label that says what it is for."),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")),
                name="%(app_label)s_%(class)s_expires_after_it_is_made",
                violation_error_message="A key expires after it is made.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.beginning}…)"

    def may(self, scope: Scope) -> bool:
        """Whether the key reaches as far as this scope."""
        reach = list(Scope)
        return reach.index(Scope(self.scope)) >= reach.index(scope)
