"""Quotes: one act of saying, with all its appearances."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django_filters import rest_framework as df
from rest_framework import serializers

from api.filtering import SlugFilter, word_of
from api.paging import ID, Order, as_date
from api.resources import references
from api.resources.printing import IN_A_QUOTE, appearances
from api.resources.same_appearance import SameAppearanceFilters
from api.shapes import Column, Many, One, Shape
from api.views import ResourceViewSet
from quotesdb.models import Quote, Speaker
from quotesdb.vocabulary import AttributionStatus, RecordSource, SpeakerKind, choices


def how_many(rows, by: str) -> Coalesce:
    """The number of rows that refer to the row in question by `by`."""
    counted = rows.filter(**{by: OuterRef("pk")}).order_by().values(by)
    return Coalesce(Subquery(counted.annotate(n=Count("pk")).values("n")), 0)


QUOTE = Shape(
    "Quote",
    (
        Column("id", serializers.IntegerField()),
        Column("key", serializers.CharField(help_text="Permanent.")),
        Column("text", serializers.CharField(help_text="The reference wording.")),
        Column("language", serializers.CharField(help_text='A language tag; "und" if unknown.')),
        One(
            "speaker",
            references.SPEAKER,
            help_text="Who said it; null where nobody knows, which is not the same as anonymous.",
        ),
        Column(
            "said_from",
            serializers.DateField(allow_null=True, help_text="Said on this day or later."),
        ),
        Column(
            "said_until",
            serializers.DateField(allow_null=True, help_text="Said on this day or earlier."),
        ),
        Column("occasion", serializers.CharField()),
        Column(
            "attribution_status",
            serializers.ChoiceField(
                choices(AttributionStatus),
                help_text="How sure it is who said it; never whether it is true.",
            ),
        ),
        Column("record_source", serializers.ChoiceField(choices(RecordSource))),
        Column(
            "appearance_count",
            serializers.IntegerField(
                help_text="How often it is printed. Copies are no witnesses: this is not a number "
                "of sources."
            ),
            expression=how_many(appearances(), "quote"),
        ),
        Many(
            "appearances",
            IN_A_QUOTE,
            appearances,
            "quote_id",
            ("id",),
            in_lists=False,
            help_text="Where it was printed, and through whose hands it came. In lists only where "
            "`fields` asks for it.",
        ),
    ),
)


class QuoteFilters(SameAppearanceFilters):
    speaker = SlugFilter(
        "speaker", Speaker.objects.ids_known_as, label="Said by this speaker (slug or alias)."
    )
    speaker_kind = word_of(SpeakerKind, field_name="speaker__kind", label="Said by such a speaker.")
    language = df.CharFilter(label="In this language.")
    status = word_of(
        AttributionStatus, field_name="attribution_status", label="With this attribution status."
    )
    record_source = word_of(RecordSource, label="Recorded by a curator, or out of a dataset.")
    key = df.CharFilter(label="With this permanent key.")
    said_after = df.DateFilter(
        method="said_on_or_after", label="Perhaps said on this day or later; not the undated."
    )
    said_before = df.DateFilter(
        method="said_on_or_before", label="Perhaps said on this day or earlier; not the undated."
    )
    q = df.CharFilter(
        method="with_words", label="With these words in the reference wording or a printed one."
    )

    def said_on_or_after(self, quotes, name, day):
        return quotes.said_on_or_after(day)

    def said_on_or_before(self, quotes, name, day):
        return quotes.said_on_or_before(day)

    def with_words(self, quotes, name, words):
        return quotes.with_words(words)

    def filter_queryset(self, queryset):
        quotes = super().filter_queryset(queryset)
        together = self.hold_together(appearances())
        return quotes if together is None else quotes.printed_in(together)


class QuoteViewSet(ResourceViewSet):
    shape = QUOTE
    queryset = Quote.objects.standing()
    filterset_class = QuoteFilters
    orders = (ID, Order("sort_date", "sort_date", as_date))
    default_order = "-sort_date"
