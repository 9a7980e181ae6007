"""Whatever is written, in whatever order: what is found is what would be found anew."""

from io import StringIO

from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quotesdb import curation, search
from quotesdb.derived import recount
from quotesdb.models import Appearance, Quote, SearchDocument
from quotesdb.printed_words import words_of
from quotesdb.search import Found, parse
from tests import factory
from tests.search.plain_search import finds

SOME = st.integers(0, 2)
TEXTS = st.sampled_from(["We will talk.", "Wir verhandeln.", "War and peace", "peace talks"])
LANGUAGES = st.sampled_from(["en", "de", "und"])
ACTS = st.one_of(
    st.tuples(st.just("print"), SOME, TEXTS, LANGUAGES),
    st.tuples(st.just("reword"), SOME, TEXTS, LANGUAGES),
    st.tuples(st.just("move"), SOME, SOME),
    st.tuples(st.just("discard"), SOME),
    st.tuples(st.just("discard_quote"), SOME),
)
QUESTIONS = ["talks", "peace", '"peace talks"', "verhandel", "war -peace", "verhand*"]


class IndexTests(TestCase):
    def setUp(self):
        self.article = factory.make_article()
        self.quotes = [factory.make_quote("We will talk.", key=f"q{at}") for at in range(3)]

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(ACTS, min_size=1, max_size=7))
    def test_after_any_writes_everything_is_found_and_nothing_else(self, acts):
        for name, *arguments in acts:
            getattr(self, name)(*arguments)
        standing = list(Quote.objects.standing().values_list("pk", flat=True))
        wordings = {
            quote: [(it.text, it.language) for it in its]
            for quote, its in words_of(standing).items()
        }
        for typed in QUESTIONS:
            expected = {quote for quote in standing if finds(typed, wordings[quote])}
            self.assertEqual(set(Found(parse(typed)).newest(10)), expected, typed)
        self.assertEqual(recount(standing), [])

    def print(self, quote, text, language):
        if quote := self.quote(quote):
            factory.make_appearance(quote, self.article, segments=[text], language=language)

    def reword(self, quote, text, language):
        if quote := self.quote(quote):
            quote.text, quote.language = text, language
            curation.keep_quote(quote, by=None)

    def move(self, at, quote):
        appearance, quote = self.appearance(at), self.quote(quote)
        if appearance and quote:
            appearance.quote = quote
            curation.keep_appearance(appearance, by=None)

    def discard(self, at):
        if appearance := self.appearance(at):
            curation.discard([appearance], by=None)

    def discard_quote(self, at):
        quote = self.quote(at)
        if quote and not quote.appearances.exists():
            curation.discard([quote], by=None)

    def quote(self, at):
        return Quote.objects.order_by("pk")[at : at + 1].first()

    def appearance(self, at):
        return Appearance.objects.order_by("pk")[at : at + 1].first()


class KeepingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.quote = factory.make_quote("We will talk.")
        factory.make_appearance(cls.quote, segments=["They negotiate"])

    def found(self, typed):
        return set(Found(parse(typed)).among(Quote.objects.all()))

    def test_what_is_right_is_not_written_again(self):
        words = words_of([self.quote.pk])
        with self.assertNumQueries(1):
            self.assertEqual(search.renew(words), {})

    def test_what_is_wrong_is_told_and_mended(self):
        SearchDocument.objects.all().delete()
        self.assertEqual(self.found("negotiating"), set())
        ((key, sentence),) = recount([self.quote.pk])
        self.assertEqual((key, sentence), (self.quote.key, search.index.STALE))
        self.assertEqual(self.found("negotiating"), {self.quote})

    def test_as_many_queries_for_many_as_for_one(self):
        more = [factory.make_quote(f"Words {number}") for number in range(5)]
        counts = []
        for quotes in ([self.quote], more):
            SearchDocument.objects.filter(quote__in=quotes).delete()
            words = words_of([quote.pk for quote in quotes])
            with self.assertNumQueries(3):
                counts.append(len(search.renew(words)))
        self.assertEqual(counts, [1, 5])

    def test_all_is_built_anew(self):
        before = list(SearchDocument.objects.order_by("pk").values())
        SearchDocument.objects.update(words="=en spoilt")
        merged = factory.make_quote("Gone away.")
        Quote.objects.filter(pk=merged.pk).update(merged_into=self.quote)
        told = []
        search.rebuild(told.append)
        self.assertEqual(list(SearchDocument.objects.order_by("pk").values()), before)
        self.assertEqual(self.found("talk"), {self.quote})
        self.assertEqual((self.found("spoilt"), self.found("gone")), (set(), set()))
        self.assertEqual(sum(told), 1)

    def test_the_index_follows_the_documents_whoever_writes_them(self):
        words = "=en otherwis'e "
        tokens = search.index.engine().tokens_of(words)
        SearchDocument.objects.update(words=words, tokens=tokens)
        self.assertEqual((self.found("otherwise"), self.found("talk")), ({self.quote}, set()))
        SearchDocument.objects.all().delete()
        self.assertEqual(Found(parse("otherwise")).newest(10), [])

    def test_a_command_builds_it_anew(self):
        SearchDocument.objects.update(words="=en spoilt")
        told = StringIO()
        call_command("rebuild_search", stdout=told, stderr=StringIO())
        self.assertEqual(self.found("talk"), {self.quote})
        self.assertEqual(told.getvalue(), "1 quotes can be found.\n")

    def test_a_merged_quote_is_not_found(self):
        other = factory.make_quote("Entirely otherwise.")
        self.assertEqual(self.found("otherwise"), {other})
        Quote.objects.filter(pk=other.pk).update(merged_into=self.quote)
        recount([other.pk])
        self.assertEqual(self.found("otherwise"), set())
