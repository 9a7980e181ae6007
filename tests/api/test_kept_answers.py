"""Of a quote that is printed often the answers are kept ready, and are the same."""

from unittest import mock

from quotesdb import curation, kept_answers
from quotesdb.models import KeptAnswer
from tests.api.asking import Asking
from tests.factory import make_appearance, make_article, make_outlet, make_quote

PAGES = ("origins/", "graph/", "graph/?format=svg", "graph/?format=dot", "graph/?format=mermaid")


class KeptAnswersTests(Asking):
    def setUp(self):
        self.quote, self.wire = make_quote("We will talk."), make_outlet("The “Wire”")
        with mock.patch.object(kept_answers, "OFTEN", 3):
            for number in range(3):
                article = make_article(key=f"a{number}", relies_on=[self.wire])
                make_appearance(self.quote, article, chain=[self.wire])

    def answers(self):
        return [self.client.get(f"/api/v1/quotes/{self.quote.pk}/{page}").content for page in PAGES]

    def test_they_are_those_that_are_found_anew(self):
        self.assertEqual(KeptAnswer.objects.get().quote, self.quote)
        kept = self.answers()
        KeptAnswer.objects.all().delete()
        self.assertEqual(kept, self.answers())

    def test_they_cost_two_queries(self):
        for page in PAGES:
            with self.subTest(page), self.assertNumQueries(2):
                self.client.get(f"/api/v1/quotes/{self.quote.pk}/{page}")

    def test_a_rule_that_is_switched_off_is_not_answered_from_them(self):
        with self.assertNumQueries(7):
            self.ask(f"quotes/{self.quote.pk}/origins/", without="hidden_parent")

    def test_they_know_new_names(self):
        with mock.patch.object(kept_answers, "OFTEN", 3):
            self.wire.speaker.name = "The Cable"
            curation.keep_outlet(self.wire, self.wire.speaker, by=None)
        self.assertEqual(KeptAnswer.objects.count(), 1)
        for answer in self.answers():
            self.assertIn(b"The Cable", answer)
            self.assertNotIn(b"Wire", answer)

    def test_they_go_where_the_quote_is_printed_less_often(self):
        with mock.patch.object(kept_answers, "OFTEN", 3):
            curation.discard([self.quote.appearances.first()], by=None)
        self.assertFalse(KeptAnswer.objects.exists())
