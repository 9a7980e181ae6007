"""Whatever is written, in whatever order: whom corrections affect is kept as it is found anew."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quotesdb import curation
from quotesdb.derived import recount
from quotesdb.ingest import load
from quotesdb.models import Affected, Appearance, Correction, Hop, Quote, Reliance
from quotesdb.records import AppearanceRecord, HopRecord, SegmentRecord
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Form
from tests import factory

SOME = st.integers(0, 2)
CERTAINTIES = st.sampled_from(["stated", "inferred"])
LINKS = st.lists(st.tuples(SOME, CERTAINTIES), max_size=2, unique_by=lambda link: link[0])
ACTS = st.one_of(
    st.tuples(st.just("mark"), st.sampled_from(["quotes", "articles", "appearances"]), SOME),
    st.tuples(st.just("mark"), st.just("articles"), SOME),
    st.tuples(st.just("turn"), SOME, SOME),
    st.tuples(st.just("take_back"), SOME),
    st.tuples(st.just("discard"), st.sampled_from(["corrections", "appearances"]), SOME),
    st.tuples(st.just("print"), SOME, SOME, LINKS),
    st.tuples(st.just("hand_on"), SOME, LINKS),
    st.tuples(st.just("move"), SOME, SOME, SOME),
    st.tuples(st.just("rely"), SOME, LINKS),
    st.tuples(st.just("bring"), SOME, SOME, SOME),
)


class AffectedTests(TestCase):
    def setUp(self):
        self.outlet = factory.make_outlet()
        self.articles = [
            factory.make_article(key=f"a{number}", outlet=self.outlet) for number in range(3)
        ]
        self.quotes = [factory.make_quote("We will talk.", key=f"q{number}") for number in range(3)]
        for number in range(3):
            self.print(0, number, [])
        factory.make_correction(self.articles[0])

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(ACTS, min_size=1, max_size=8))
    def test_after_any_writes_nothing_needs_mending(self, acts):
        for name, *arguments in acts:
            try:
                getattr(self, name)(*arguments)
            except Refused:
                continue
            kept = self.kept()
            self.assertEqual(recount(Quote.objects.values_list("pk", flat=True)), [])
            Affected.objects.all().delete()
            recount(Quote.objects.values_list("pk", flat=True))
            self.assertEqual(kept, self.kept())

    def kept(self):
        fields = ["appearance", "correction", "how", "certainty", "steps", "through"]
        return set(Affected.objects.values_list(*fields))

    @property
    def appearances(self):
        return list(Appearance.objects.order_by("pk"))

    @property
    def corrections(self):
        return list(Correction.objects.order_by("pk"))

    def chosen(self, which, at):
        """One of several, as the database has it now."""
        known = getattr(self, which)
        if not known:
            raise Refused([])
        return type(known[0]).objects.get(pk=known[at % len(known)].pk)

    def hops(self, links):
        return [
            Hop(position=at, speaker=self.outlet.speaker, certainty=certainty, article=article)
            for at, (number, certainty) in enumerate(links)
            for article in [self.articles[number]]
        ]

    def mark(self, which, at):
        factory.make_correction(self.chosen(which, at))

    def turn(self, at, article):
        correction = self.chosen("corrections", at)
        correction.quote = correction.appearance = None
        correction.article = self.articles[article]
        curation.keep_correction(correction, by=None)

    def take_back(self, at):
        curation.take_back(self.chosen("corrections", at), "It did happen.", by=None)

    def discard(self, which, at):
        curation.discard([self.chosen(which, at)], by=None)

    def print(self, quote, article, links):
        chain = self.hops(links)
        factory.make_appearance(self.quotes[quote], self.articles[article], chain=chain)

    def hand_on(self, at, links):
        appearance = self.chosen("appearances", at)
        curation.keep_appearance(appearance, chain=self.hops(links), by=None)

    def move(self, at, quote, article):
        appearance = self.chosen("appearances", at)
        appearance.quote, appearance.article = self.quotes[quote], self.articles[article]
        curation.keep_appearance(appearance, by=None)

    def rely(self, article, links):
        relies_on = [
            Reliance(source=self.articles[number], certainty=certainty)
            for number, certainty in links
        ]
        article = self.chosen("articles", article)
        curation.keep_article(article, relies_on=relies_on, by=None)

    def bring(self, quote, article, via):
        """The same key each time, so that an import also changes what an earlier one brought."""
        hop = HopRecord(self.outlet.speaker.slug, article=f"a{via}")
        printed = AppearanceRecord(
            "brought", f"q{quote}", f"a{article}", Form.DIRECT, (SegmentRecord("Words."),)
        )
        load([replace(printed, chain=(hop,))], importer="seeds")
