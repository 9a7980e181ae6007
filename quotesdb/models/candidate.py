"""What readers of articles propose, and what became of it. Never shown as quotes."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from quotesdb.models.appearance import Appearance
from quotesdb.models.article import Article, ArticleText
from quotesdb.models.curated import one_of
from quotesdb.models.history import History
from quotesdb.vocabulary import Decision, Form, Rejection, choices

BY_HAND = "curator"
"""Stands where the reader's name does, for what somebody found and no reader had."""


class CandidateQuerySet(models.QuerySet["Candidate"]):
    def waiting(self) -> Self:
        """Those that nobody has decided about."""
        return self.filter(decision=Decision.WAITING.value)

    def decided(self) -> Self:
        """Those that somebody has decided about."""
        return self.exclude(decision=Decision.WAITING.value)

    def current(self) -> Self:
        """Those of the last version of each article's text."""
        return self.filter(text__in=ArticleText.objects.in_newest_version().values("pk"))

    def whose_text_has_changed(self, *, is_so: bool = True) -> Self:
        """Those of a text that a newer one of the same article has followed, or of none such.

        Asked of each candidate by itself, so that a page of many costs no more than of few.
        """
        later = Exists(
            ArticleText.objects.filter(
                article=OuterRef("text__article"), version__gt=OuterRef("text__version")
            )
        )
        return self.filter(later if is_so else ~later)

    def of_article(self, article: int) -> Self:
        """Those of the last version of one article's text."""
        return self.current().filter(text__article=article)

    def by_readers(self) -> Self:
        """Those that a reader proposed, and no curator found by hand."""
        return self.exclude(reader=BY_HAND)


class Candidate(models.Model):
    """A quote that a reader proposes to have found in an article, and nobody need believe."""

    text = models.ForeignKey(ArticleText, models.CASCADE, related_name="candidates")
    fingerprint = models.CharField(
        max_length=64, help_text="Of its form and places: the same proposal is made once."
    )
    start = models.PositiveIntegerField(help_text="Where its first word stands in the text.")
    form = models.CharField(max_length=8, choices=choices(Form))
    segments = models.JSONField(help_text="Where its words stand: pairs of start and end.")
    speaker = models.JSONField(null=True, help_text="Who said it, as far as the reader found.")
    cue = models.CharField(max_length=100, blank=True)
    chain = models.JSONField(default=list)
    said_from = models.DateField(null=True)
    said_until = models.DateField(null=True)
    nested_in = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="nesting"
    )
    reader = models.CharField(max_length=50)
    rule = models.CharField(max_length=50)
    confidence = models.FloatField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="proposals",
        help_text="Who proposed it, or handed in the article in which the reader found it.",
    )

    version = models.PositiveIntegerField(default=1)
    decision = models.CharField(
        max_length=9, choices=choices(Decision), default=Decision.WAITING.value
    )
    rejection = models.CharField(max_length=20, blank=True, choices=choices(Rejection))
    remark = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="decisions"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    appearance = models.ForeignKey(
        Appearance,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="candidates",
        help_text="What it became.",
    )
    made = models.JSONField(
        default=dict, blank=True, help_text="The records that its acceptance made besides."
    )
    meant = models.JSONField(
        default=dict,
        blank=True,
        help_text="The speakers that the names in it turned out to mean, by number.",
    )

    objects = CandidateQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["text", "start", "id"]
        constraints = [
            one_of("form", Form),
            one_of("decision", Decision),
            one_of("rejection", Rejection, blank=True),
            models.UniqueConstraint(
                fields=["text", "fingerprint"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="This text has this candidate already.",
            ),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1),
                name="%(app_label)s_%(class)s_confidence_from_0_to_1",
                violation_error_message="A confidence is a number from 0 to 1.",
            ),
            models.CheckConstraint(
                condition=Q(decision=Decision.WAITING.value, decided_at=None, rejection="")
                | Q(decided_at__isnull=False, decision=Decision.REJECTED.value) & ~Q(rejection="")
                | Q(decided_at__isnull=False, rejection="")
                & ~Q(decision__in=[Decision.WAITING.value, Decision.REJECTED.value]),
                name="%(app_label)s_%(class)s_decided_in_full",
                violation_error_message=(
                    "A decision has its moment, and a rejection its reason; what waits has neither."
                ),
            ),
        ]
        indexes = [models.Index("decision", "text", name="candidate_by_decision")]

    def __str__(self) -> str:
        return f"{self.form} at {self.start}: {self.decision}"


class TakingQuerySet(models.QuerySet["Taking"]):
    def standing(self, now: datetime) -> Self:
        """Those that have not run out."""
        return self.filter(until__gt=now)


class Taking(models.Model):
    """That a curator has an article in review, so that another does not start on it as well."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="taken")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="takings")
    until = models.DateTimeField()

    objects = TakingQuerySet.as_manager()

    class Meta:
        ordering = ["until"]

    def __str__(self) -> str:
        return f"{self.by} has {self.article}"
