from datetime import date
from hashlib import sha256
from typing import Self

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import MD5, Concat

from quotesdb.models.curated import (
    CuratedQuerySet,
    Keyed,
    has_words,
    language_tag,
    one_of,
)
from quotesdb.models.history import History
from quotesdb.models.speaker import Speaker
from quotesdb.prepared import Unseen
from quotesdb.vocabulary import AttributionStatus, RecordSource, choices

COUNTS = ("appearance_count", "independent_origins", "independent_origins_inferred")


OPEN = Q(said_from=None, said_until__isnull=False)
"""Of whose saying only the end is known."""

# A bare boolean is no condition that SQLite finds in an index; being in a list of values is.
IN_ORDER = (Q(said_from__isnull=False), OPEN)
IN_ORDER_OF_OUTLET = (
    Q(printed_is_open__in=[False]),
    Q(printed_is_open__in=[True], printed_said_until__isnull=False),
)
"""What tells quotes of a known beginning from those of whose saying only the end is known."""

PRINTED = {
    "printed_sort_date": "sort_date",
    "printed_quote": "quote_id",
    "printed_said_until": "said_until",
    "printed_is_open": "is_open",
    "printed_first_on": "first_on",
    "printed_last_on": "last_on",
}
"""What a quote is found by beside an outlet, and the columns of `PrintedBy`."""


class QuoteQuerySet(CuratedQuerySet):
    def said_on_or_after(self, day: date) -> Self:
        """Those that may have been said on `day` or later; the undated are not among them."""
        ends = Q(said_until__gte=Unseen(day)) | Q(said_until=None, said_from__isnull=False)
        return self.filter(ends)

    def said_on_or_before(self, day: date) -> Self:
        """Those that may have been said on `day` or earlier; the undated are not among them."""
        begins = Q(said_from__lte=Unseen(day)) | Q(said_from=None, said_until__isnull=False)
        return self.filter(begins)

    def with_words(self, words: str) -> Self:
        """Those with `words`, letter for letter, in the reference wording or in a printed one.

        It reads every wording: whoever looks for words asks `quotesdb.search`.
        """
        printed = Quote.objects.filter(
            appearances__wording__icontains=words, appearances__merged_into=None
        )
        return self.filter(Q(text__icontains=words) | Q(pk__in=printed.values("pk")))

    def printed_in(self, appearances: models.QuerySet[models.Model]) -> Self:
        """Those that one and the same of `appearances` prints."""
        return self.filter(pk__in=appearances.order_by().values("quote"))

    def printed_by_one(self, outlet: int) -> Self:
        """Those that this outlet prints, each beside what is kept about that."""
        beside = {name: F(f"printed_by__{column}") for name, column in PRINTED.items()}
        return self.filter(printed_by__outlet=outlet).annotate(**beside)

    def by_when_said(self, after: date | None, before: date | None) -> tuple[Self, Self]:
        """Those that may have been said in these days, in two parts: of a known beginning, and not.

        Each part has an index that gives it newest first. Of those whose beginning is known, that
        is the `sort_date`.
        """
        here = "printed_" if "printed_is_open" in self.query.annotations else ""
        begun, opened = (
            self.filter(condition) for condition in (IN_ORDER_OF_OUTLET if here else IN_ORDER)
        )
        if before:
            begun = begun.filter(**{f"{here}sort_date__lte": Unseen(before)})
        if after:
            ends_later = Q(**{f"{here}said_until__gte": Unseen(after)})
            begun = begun.filter(ends_later | Q(**{f"{here}said_until": None}))
            opened = opened.filter(ends_later)
        return begun, opened

    def shuffled(self, seed: str) -> Self:
        """In an order that looks like chance, and follows from the seed and the permanent keys.

        It is therefore the same on both engines and in every copy of the data. The seed is hashed
        here, so that the database joins plain letters and digits only, whatever its encoding.
        """
        salt = Value(sha256(seed.encode()).hexdigest())
        return self.order_by(MD5(Concat(salt, "key")), "pk")


class Quote(Keyed):
    """One act of saying, however many articles print it and in whatever words."""

    text = models.TextField(
        "reference wording", max_length=20_000, help_text="The words as near to the origin as held."
    )
    language = models.CharField(
        max_length=35, default="und", help_text='Such as "en"; "und" where it is unknown.'
    )
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        help_text="Who said it. Empty where nobody knows: that is not the same as anonymous.",
    )
    said_from = models.DateField("said on or after", null=True, blank=True)
    said_until = models.DateField("said on or before", null=True, blank=True)
    occasion = models.CharField(max_length=500, blank=True)
    attribution_status = models.CharField(
        max_length=16,
        choices=choices(AttributionStatus),
        default=AttributionStatus.UNVERIFIED.value,
        help_text="How sure it is who said it; never whether it is true.",
    )
    record_source = models.CharField(
        max_length=8, choices=choices(RecordSource), default=RecordSource.CURATOR.value
    )
    sort_date = models.DateField(
        default=date.min,
        editable=False,
        help_text="Said from, else first published, else 0001-01-01. Kept by the writers.",
    )

    appearance_count = models.PositiveIntegerField(
        default=0, editable=False, help_text="How often it is printed. Kept by the writers."
    )
    independent_origins = models.PositiveIntegerField(
        default=0, editable=False, help_text="As the articles declare it. Kept by the writers."
    )
    independent_origins_inferred = models.PositiveIntegerField(
        default=0, editable=False, help_text="As far as can be inferred. Kept by the writers."
    )

    objects = QuoteQuerySet.as_manager()
    history = History(excluded_fields=["sort_date", *COUNTS])

    class Meta(Keyed.Meta):
        ordering = ["-sort_date", "-id"]
        permissions = [("set_status_of_quote", "Can set the attribution status of a quote")]
        constraints = [
            *Keyed.Meta.constraints,
            has_words("text", "A quote needs at least one word."),
            language_tag(),
            one_of("attribution_status", AttributionStatus),
            one_of("record_source", RecordSource),
            models.CheckConstraint(
                condition=Q(said_from=None)
                | Q(said_until=None)
                | Q(said_from__lte=F("said_until")),
                name="%(app_label)s_%(class)s_said_from_not_after_until",
                violation_error_message='"Said on or after" must not be later than its end.',
            ),
        ]
        indexes = [
            models.Index("sort_date", "id", name="quote_by_date"),
            models.Index("speaker", "sort_date", "id", name="quote_by_speaker_and_date"),
            models.Index("speaker", "merged_into", name="quote_counted_by_speaker"),
            models.Index("sort_date", "id", condition=OPEN, name="quote_open_by_date"),
            models.Index(
                "speaker", "sort_date", "id", condition=OPEN, name="quote_open_by_speaker_and_date"
            ),
            *(models.Index(name, "id", name=f"quote_by_{name}"[:30]) for name in COUNTS),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"
