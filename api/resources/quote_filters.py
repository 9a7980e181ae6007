"""The filters of quotes."""

from functools import cached_property

from django_filters import rest_framework as df

from api.filters import DayFilter, KeyFilter, SlugFilter, at_least, word_of
from api.resources.of_outlet import quotes_of_outlet
from api.resources.printing import appearances
from api.resources.same_appearance import CONDITIONS, SameAppearanceFilters
from api.resources.searching import ABOUT_Q, query_of
from quotesdb import search
from quotesdb.models import PrintedBy, Quote, Speaker
from quotesdb.vocabulary import AttributionStatus, RecordSource, SpeakerKind


class QuoteFilters(SameAppearanceFilters):
    asked_alike = frozenset(
        ("speaker", "speaker_kind", "outlet", "language", "status", "record_source", "key")
        + ("said_after", "said_before", "published_after", "published_before")
    )

    speaker = SlugFilter("speaker", Speaker, label="Said by this speaker (slug or alias).")
    speaker_kind = word_of(SpeakerKind, field_name="speaker__kind", label="Said by such a speaker.")
    language = df.CharFilter(label="In this language.")
    status = word_of(
        AttributionStatus, field_name="attribution_status", label="With this attribution status."
    )
    record_source = word_of(RecordSource, label="Recorded by a curator, or out of a dataset.")
    key = KeyFilter(Quote)
    min_appearances = at_least("appearance_count", "Printed at least so often.")
    min_origins = at_least("independent_origins", "With at least so many declared origins.")
    min_origins_inferred = at_least(
        "independent_origins_inferred", "With at least so many origins as far as can be inferred."
    )
    said_after = DayFilter(
        method="said_on_or_after", label="Perhaps said on this day or later; not the undated."
    )
    said_before = DayFilter(
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
        return self._found_among(self._as_printed(super().filter_queryset(queryset)))

    @cached_property
    def but_for_words(self):
        """What all filters but `q` keep; None where there are no others."""
        if list(self.base_filters) == ["q"]:
            return None
        return self._as_printed(super().filter_queryset(self.queryset.all()))

    def _as_printed(self, quotes):
        """Those of which one and the same appearance is as is asked."""
        asked = self.given(*CONDITIONS)
        if not asked:
            return quotes
        if "outlet" in asked:
            return quotes_of_outlet(quotes, asked, self.held_together)
        return quotes.printed_in(self.held_together())

    def held_together(self):
        """The appearances for which everything asked of one holds."""
        return self.hold_together(appearances())

    def _found_among(self, quotes):
        return quotes if self.found is None else self.found.among(quotes)

    def parts(self):
        """The quotes found; where days are asked for, in two parts for which there is an index."""
        days = self.given("said_after", "said_before")
        if not days:
            return [self.qs]
        return self.qs.by_when_said(days.get("said_after"), days.get("said_before"))

    def printings(self):
        """The appearances for which everything asked of one holds, of the quotes found."""
        if not self.base_filters:
            return appearances().exclude(quote__in=Quote.objects.merged())
        return self.held_together().filter(quote__in=self._quotes())

    def outlets(self):
        """What is kept about who prints the quotes found; None if an appearance decides that."""
        if self.given(*CONDITIONS):
            return None
        rows = PrintedBy.objects.all()
        return rows.filter(quote__in=self._quotes()) if self.base_filters else rows

    def _quotes(self):
        """Those of which all holds that is asked of the quote itself."""
        return self._found_among(super().filter_queryset(self.queryset.all()))
