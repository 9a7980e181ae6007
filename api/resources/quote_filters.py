"""The filters of quotes."""

from functools import cached_property

from django_filters import rest_framework as df

from api.filtering import SlugFilter, at_least, word_of
from api.resources.printing import appearances
from api.resources.same_appearance import SameAppearanceFilters
from api.resources.searching import ABOUT_Q, query_of
from quotesdb import search
from quotesdb.models import Speaker
from quotesdb.vocabulary import AttributionStatus, RecordSource, SpeakerKind


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
    min_appearances = at_least("appearance_count", "Printed at least so often.")
    min_origins = at_least("independent_origins", "With at least so many declared origins.")
    min_origins_inferred = at_least(
        "independent_origins_inferred", "With at least so many origins as far as can be inferred."
    )
    said_after = df.DateFilter(
        method="said_on_or_after", label="Perhaps said on this day or later; not the undated."
    )
    said_before = df.DateFilter(
        method="said_on_or_before", label="Perhaps said on this day or earlier; not the undated."
    )
    q = df.CharFilter(method="with_words", label=ABOUT_Q)

    def said_on_or_after(self, quotes, name, day):
        return quotes.said_on_or_after(day)

    def said_on_or_before(self, quotes, name, day):
        return quotes.said_on_or_before(day)

    def with_words(self, quotes, name, typed):
        """Left to `found`."""
        return quotes

    @cached_property
    def found(self):
        """What `q` finds; None where it is not given."""
        typed = self.given("q").get("q")
        return None if typed is None else search.Found(query_of(typed))

    def filter_queryset(self, queryset):
        quotes = super().filter_queryset(queryset)
        together = self.hold_together(appearances())
        self.but_for_words = quotes if together is None else quotes.printed_in(together)
        """What all filters but `q` keep."""
        return self._found_among(self.but_for_words)

    def _found_among(self, quotes):
        return quotes if self.found is None else self.found.among(quotes)

    def printings(self):
        """The appearances for which everything asked of one holds, of the quotes found."""
        together = self.hold_together(appearances())
        quotes = self._found_among(super().filter_queryset(self.queryset.all()))
        return (appearances() if together is None else together).filter(quote__in=quotes)
