"""Whatever is written, in whatever order: counts and answers that are kept are those found anew."""

from datetime import date
from unittest import mock

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quotesdb import curation, kept_answers
from quotesdb.derived import recount
from quotesdb.models import Appearance, Hop, Quote, Reliance
from quotesdb.refusals import Refused
from tests import factory

TEXTS = [
    "The ferry company has cut its winter timetable for the third year running, and the island "
    "school now opens an hour late on days with fog. Parents have written to the county twice.",
    "By our staff. The ferry company has cut its winter timetable for the third year running, and "
    "the island school now opens an hour late on days with fog. Parents have written often.",
    "Engineers measured the damage to the breakwater and found that the outer wall has sunk by "
    "a hand's width since the storms of last winter, when waves tore away the beacon.",
]
SOME = st.integers(0, 2)
ACTS = st.one_of(
    st.tuples(st.just("print"), SOME, SOME, st.lists(SOME, max_size=2), st.booleans()),
    st.tuples(st.just("discard"), SOME),
    st.tuples(st.just("move"), SOME, SOME, SOME),
    st.tuples(st.just("publish"), SOME, st.none() | SOME, st.integers(1, 28)),
    st.tuples(st.just("rely"), SOME, st.lists(SOME, max_size=2), st.lists(SOME, max_size=2)),
    st.tuples(st.just("rename"), SOME, st.sampled_from(["The “Post”", "Wire", "Täglich"])),
    st.tuples(st.just("attach"), SOME, SOME),
    st.tuples(st.just("reword"), SOME, st.sampled_from(["We will talk.", "We may talk, later."])),
)


class CountsTests(TestCase):
    def setUp(self):
        self.enterContext(mock.patch.object(kept_answers, "OFTEN", 2))
        self.outlets = [factory.make_outlet(f"Outlet {number}") for number in range(3)]
        self.articles = [factory.make_article(key=f"a{number}") for number in range(3)]
        self.quotes = [factory.make_quote("We will talk.", key=f"q{number}") for number in range(3)]
        for article in range(3):
            self.print(0, article, [], stated=True)
            self.attach(article, article)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(ACTS, min_size=1, max_size=8))
    def test_after_any_writes_nothing_needs_mending(self, acts):
        for name, *arguments in acts:
            getattr(self, name)(*arguments)
            self.assertEqual(recount(Quote.objects.values_list("pk", flat=True)), [])

    def print(self, quote, article, hands, stated):
        certainty = "stated" if stated else "inferred"
        chain = [Hop(speaker=self.outlets[at].speaker, certainty=certainty) for at in hands]
        factory.make_appearance(self.quotes[quote], self.articles[article], chain=chain)

    def appearance(self, at):
        return Appearance.objects.order_by("pk")[at : at + 1].first()

    def discard(self, at):
        if appearance := self.appearance(at):
            curation.discard([appearance], by=None)

    def move(self, at, quote, article):
        if appearance := self.appearance(at):
            appearance.quote, appearance.article = self.quotes[quote], self.articles[article]
            curation.keep_appearance(appearance, by=None)

    def publish(self, article, outlet, day):
        changed = self.articles[article]
        changed.outlet = None if outlet is None else self.outlets[outlet]
        changed.published_on = date(2024, 1, day)
        curation.keep_article(changed, by=None)

    def rely(self, article, outlets, articles):
        relies_on = [Reliance(outlet=self.outlets[at]) for at in dict.fromkeys(outlets)]
        relies_on += [Reliance(source=self.articles[at]) for at in dict.fromkeys(articles)]
        try:
            curation.keep_article(self.articles[article], relies_on=relies_on, by=None)
        except Refused:
            self.assertIn(article, articles)

    def rename(self, outlet, name):
        self.outlets[outlet].speaker.name = name
        curation.keep_outlet(self.outlets[outlet], self.outlets[outlet].speaker, by=None)

    def attach(self, article, text):
        factory.make_text(self.articles[article], TEXTS[text])

    def reword(self, quote, text):
        self.quotes[quote].text = text
        curation.keep_quote(self.quotes[quote], by=None)
