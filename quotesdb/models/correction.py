from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from quotesdb.models.appearance import Appearance
from quotesdb.models.article import Article
from quotesdb.models.curated import NOT_BLANK, CuratedQuerySet, Keyed, has_words, one_of
from quotesdb.models.history import History
from quotesdb.models.quote import Quote
from quotesdb.vocabulary import Certainty, CorrectionKind, Way, choices


class CorrectionQuerySet(CuratedQuerySet):
    def in_force(self) -> Self:
        """Those that stand and were not taken back."""
        return self.standing().filter(taken_back_on=None)

    def taken_back(self, *, is_so: bool = True) -> Self:
        """Those that turned out to be wrong themselves; or those that did not."""
        return self.filter(taken_back_on__isnull=not is_so)


class Correction(Keyed):
    """What became known of a quote, an appearance or an article: that it is not to be relied on."""

    quote = models.ForeignKey(
        Quote, models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    appearance = models.ForeignKey(
        Appearance, models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    kind = models.CharField(max_length=13, choices=choices(CorrectionKind))
    reason = models.TextField(max_length=2000, help_text="What is wrong, as far as it is known.")
    made_on = models.DateField(
        "made known on", null=True, blank=True, help_text="Empty where the day is not known."
    )
    source_url = models.URLField(
        "address of the source", max_length=2000, blank=True, help_text="Where it can be read."
    )
    source_article = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tells_of",
        verbose_name="article that says so",
    )
    source = models.CharField(
        "other source",
        max_length=500,
        blank=True,
        help_text="Where else it was made known, such as a printed page or a broadcast.",
    )
    taken_back_on = models.DateField(
        null=True, blank=True, help_text="From then on it affects nothing; the record stays."
    )
    taken_back_because = models.TextField(
        max_length=2000, blank=True, help_text="Why the correction itself was wrong."
    )
    sort_date = models.GeneratedField(
        expression=Coalesce("made_on", Value(date.min)),
        output_field=models.DateField(),
        db_persist=True,
    )

    objects = CorrectionQuerySet.as_manager()
    history = History(excluded_fields=["sort_date"])

    class Meta(Keyed.Meta):
        ordering = ["-sort_date", "-id"]
        constraints = [
            *Keyed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(quote__isnull=False, appearance=None, article=None)
                | Q(quote=None, appearance__isnull=False, article=None)
                | Q(quote=None, appearance=None, article__isnull=False),
                name="%(app_label)s_%(class)s_about_one_thing",
                violation_error_message=(
                    "A correction is about a quote, an appearance or an article: "
                    "name exactly one of them."
                ),
            ),
            one_of("kind", CorrectionKind),
            has_words("reason", "A correction needs a reason: what is wrong."),
            models.CheckConstraint(
                condition=~Q(source_url="")
                | Q(source_article__isnull=False)
                | Q(source__regex=NOT_BLANK),
                name="%(app_label)s_%(class)s_has_a_source",
                violation_error_message=(
                    "A correction needs a source: an address, an article that says so, "
                    "or where else it was made known."
                ),
            ),
            models.CheckConstraint(
                condition=Q(source_url="") | Q(source_url__regex=r"^https?://[^/]"),
                name="%(app_label)s_%(class)s_source_is_of_the_web",
                violation_error_message="The address of a source starts with http:// or https://.",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_on=None, taken_back_because="")
                | Q(taken_back_on__isnull=False, taken_back_because__regex=NOT_BLANK),
                name="%(app_label)s_%(class)s_taken_back_when_and_why",
                violation_error_message=(
                    "A correction that is taken back has both: the day, and the reason."
                ),
            ),
            models.CheckConstraint(
                condition=Q(made_on=None)
                | Q(taken_back_on=None)
                | Q(taken_back_on__gte=F("made_on")),
                name="%(app_label)s_%(class)s_not_taken_back_too_early",
                violation_error_message="A correction cannot be taken back before it was made.",
            ),
        ]
        indexes = [models.Index("sort_date", "id", name="correction_by_date")]

    @property
    def about(self) -> Quote | Appearance | Article | None:
        """The record that it is about."""
        return self.quote or self.appearance or self.article

    def __str__(self) -> str:
        about = self.about
        noun = about._meta.verbose_name if about is not None else "nothing"
        return f"{self.kind} {noun}: {about}"


class Affected(models.Model):
    """That a correction comes to an appearance, and how. Kept by the writers."""

    appearance = models.ForeignKey(
        Appearance, models.CASCADE, related_name="affected_by", db_index=False
    )
    correction = models.ForeignKey(Correction, models.CASCADE, related_name="affects")
    how = models.CharField(max_length=8, choices=choices(Way))
    certainty = models.CharField(max_length=8, choices=choices(Certainty))
    steps = models.PositiveIntegerField()
    through = models.ForeignKey(Article, models.CASCADE, null=True, related_name="+")

    class Meta:
        verbose_name_plural = "affected"
        ordering = ["appearance", "correction"]
        constraints = [
            models.UniqueConstraint(
                fields=["appearance", "correction"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="This correction affects this appearance already.",
            ),
            one_of("how", Way),
            one_of("certainty", Certainty),
        ]

    def __str__(self) -> str:
        return f"appearance {self.appearance_id}: {self.how}"
