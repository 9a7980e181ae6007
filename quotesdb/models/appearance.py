from collections.abc import Collection
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from quotesdb.models.article import Article, ArticleText
from quotesdb.models.curated import (
    CuratedQuerySet,
    Keyed,
    Part,
    has_words,
    language_tag,
    one_of,
)
from quotesdb.models.history import History
from quotesdb.models.quote import Quote
from quotesdb.models.speaker import Speaker
from quotesdb.vocabulary import Form, choices


class AppearanceQuerySet(CuratedQuerySet):
    def printed_by(self, outlets: Collection[int]) -> Self:
        """Those in articles of these outlets."""
        return self.filter(article__outlet__in=outlets)

    def attributed_to(self, speaker: str) -> Self:
        """Those whose article names this speaker as having said the words."""
        return self._with_hop(speaker, position=0)

    def via(self, speaker: str) -> Self:
        """Those whose words passed through this speaker's hands, after whoever said them."""
        return self._with_hop(speaker, position__gte=1)

    def _with_hop(self, speaker: str, **where: int) -> Self:
        hop = {f"chain__{name}": value for name, value in where.items()}
        speakers = Speaker.objects.ids_known_as(speaker)
        named = Appearance.objects.filter(chain__speaker__in=speakers, **hop)
        return self.filter(pk__in=named.values("pk"))

    def nested(self, *, inside: bool = True) -> Self:
        """Those inside another quote; or those that are not."""
        return self.exclude(nested_in=None) if inside else self.filter(nested_in=None)

    def affected(self, *, is_so: bool = True) -> Self:
        """Those that a correction comes to; or those that none does."""
        marked = Appearance.objects.filter(affected_by__isnull=False)
        if is_so:
            return self.filter(pk__in=marked.values("pk"))
        return self.exclude(Exists(marked.filter(pk=OuterRef("pk"))))

    def published_on_or_after(self, day: date) -> Self:
        """Those in articles published on `day` or later; the undated are not among them."""
        return self.filter(article__published_on__gte=day)

    def published_on_or_before(self, day: date) -> Self:
        """Those in articles published on `day` or earlier; the undated are not among them."""
        return self.filter(article__published_on__lte=day)


class Appearance(Keyed):
    """One printing of a quote by one article."""

    quote = models.ForeignKey(Quote, models.PROTECT, related_name="appearances")
    article = models.ForeignKey(Article, models.PROTECT, related_name="appearances")
    wording = models.TextField(
        editable=False, help_text="The segments, joined by one space. Kept by the writers."
    )
    language = models.CharField(
        max_length=35, default="und", help_text='Such as "en"; "und" where it is unknown.'
    )
    form = models.CharField(
        max_length=8,
        choices=choices(Form),
        help_text="Direct: a clause in marks. Mixed: a fragment in marks. Indirect: no marks.",
    )
    cue = models.CharField(
        max_length=100, blank=True, help_text='The word that ascribes, such as "told".'
    )
    is_translation = models.BooleanField(
        default=False, help_text="The article gives the words in another language than was spoken."
    )
    nested_in = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nesting",
        help_text="The appearance in the same article inside whose words this one stands.",
    )
    text = models.ForeignKey(
        ArticleText,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="appearances",
        help_text="The version of the article's text that the places are counted in.",
    )

    objects = AppearanceQuerySet.as_manager()
    history = History(excluded_fields=["wording"])

    class Meta(Keyed.Meta):
        ordering = ["id"]
        constraints = [
            *Keyed.Meta.constraints,
            language_tag(),
            one_of("form", Form),
            models.CheckConstraint(
                condition=~Q(nested_in=F("id")),
                name="%(app_label)s_%(class)s_not_nested_in_itself",
                violation_error_message="An appearance cannot be nested in itself.",
            ),
        ]

        indexes = [models.Index("form", "quote", "merged_into", name="appearance_counted_by_form")]

    def __str__(self) -> str:
        return self.wording if len(self.wording) <= 80 else f"{self.wording[:79]}…"


class Segment(Part):
    """A run of an appearance's words that the article prints without a break."""

    whole = "appearance"
    told_apart_by = ("position",)

    appearance = models.ForeignKey(Appearance, models.CASCADE, related_name="segments")
    position = models.IntegerField()
    exact = models.TextField("words", max_length=20_000)
    prefix = models.CharField("before", max_length=32, blank=True)
    suffix = models.CharField("after", max_length=32, blank=True)
    start = models.IntegerField(null=True, blank=True)
    end = models.IntegerField(null=True, blank=True)

    history = History()

    class Meta:
        ordering = ["appearance", "position"]
        constraints = [
            has_words("exact", "A segment needs at least one word."),
            models.CheckConstraint(
                condition=Q(position__gte=0),
                name="%(app_label)s_%(class)s_positions_start_at_0",
                violation_error_message="Positions start at 0.",
            ),
            models.UniqueConstraint(
                fields=["appearance", "position"],
                name="%(app_label)s_%(class)s_position_once",
                violation_error_message="Another segment of this appearance has this position.",
            ),
            models.CheckConstraint(
                condition=Q(start=None, end=None)
                | Q(start__gte=0, start__isnull=False, end__isnull=False, end__gt=F("start")),
                name="%(app_label)s_%(class)s_ends_after_its_start",
                violation_error_message=(
                    "A segment's end is after its start, and its start is 0 or more."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.exact if len(self.exact) <= 80 else f"{self.exact[:79]}…"
