"""Whatever is written, in whatever order: what is found is what an index made anew finds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quotesdb import curation, likeness
from quotesdb.derived import recount
from quotesdb.models import Appearance, NumberedWords, PostingList, PostingSegment, Quote
from tests import factory

WORDINGS = [
    "The harbour wall has sunk by a hand's width since the winter storms.",
    "The harbour wall sank by a hand since the storms of last winter, engineers say.",
    "Nobody asked the ferry crews before the winter timetable was cut.",
    "Nobody asked the crews.",
    "Yes.",
    "…",
]
SOME = st.integers(0, 3)
WORDED = st.integers(0, len(WORDINGS) - 1)
ACTS = st.one_of(
    st.tuples(st.just("create"), WORDED),
    st.tuples(st.just("print"), SOME, WORDED),
    st.tuples(st.just("reword"), SOME, WORDED),
    st.tuples(st.just("discard_printing"), SOME),
    st.tuples(st.just("discard"), SOME),
    st.tuples(st.just("merge"), SOME, SOME),
)


def posted():
    """What is posted, by the first quote of each segment, whatever number the segment has."""
    first = dict(PostingSegment.objects.values_list("pk", "first"))
    lists = PostingList.objects.exclude(quotes=b"").values_list("place", "quotes")
    return {(first[place >> 32], place & 0xFFFFFFFF): bytes(it) for place, it in lists}


def kept():
    return {quote: bytes(it) for quote, it in NumberedWords.objects.values_list("pk", "signature")}


class InStepTests(TestCase):
    def setUp(self):
        factory.make_quote(WORDINGS[0])
        factory.make_quote(WORDINGS[2])

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(ACTS, min_size=1, max_size=8))
    def test_after_any_writes_it_is_as_if_made_anew(self, acts):
        for name, *arguments in acts:
            getattr(self, name)(*arguments)
        in_step = kept(), posted(), likeness.nearest(WORDINGS)
        self.assertEqual(recount(Quote.objects.values_list("pk", flat=True)), [])
        likeness.rebuild()
        self.assertEqual(in_step, (kept(), posted(), likeness.nearest(WORDINGS)))

    def quote(self, at):
        return Quote.objects.standing().order_by("pk")[at : at + 1].first()

    def create(self, worded):
        factory.make_quote(WORDINGS[worded])

    def print(self, at, worded):
        if quote := self.quote(at):
            factory.make_appearance(quote, segments=[WORDINGS[worded]])

    def reword(self, at, worded):
        if quote := self.quote(at):
            quote.text = WORDINGS[worded]
            curation.keep_quote(quote, by=None)

    def discard_printing(self, at):
        if printing := Appearance.objects.order_by("pk")[at : at + 1].first():
            curation.discard([printing], by=None)

    def discard(self, at):
        quote = self.quote(at)
        if quote and not (quote.appearances.exists() or Quote.objects.filter(merged_into=quote)):
            curation.discard([quote], by=None)

    def merge(self, at, into):
        one, other = self.quote(at), self.quote(into)
        if one and other and one != other:
            Quote.objects.filter(pk=one.pk).update(merged_into=other)
            recount([one.pk, other.pk])
