from django.test import TestCase

from quotesdb import review
from quotesdb.models import Candidate
from quotesdb.review.figures import figures
from quotesdb.review.proposals import proposal_of
from quotesdb.review.verdict import Verdict
from quotesdb.vocabulary import Form, Rejection
from tests.admin.desk import make_curator
from tests.admin.review.asking import get
from tests.review.submitted import candidate, submit


class FiguresTests(TestCase):
    def setUp(self):
        self.text = submit().article.texts.get()
        self.ada = make_curator("ada")
        self.client.force_login(self.ada)
        Candidate.objects.update(rule="a weak rule", confidence=0.4)
        Candidate.objects.filter(pk=candidate("We will").pk).update(rule="a rule", confidence=0.95)

    def decide(self):
        one = candidate("We will")
        review.accept(one.pk, proposal_of(one).verdict, by=self.ada, opened_version=1)
        for row in Candidate.objects.waiting():
            review.reject(row.pk, Rejection.NOT_SPEECH, by=self.ada, opened_version=1)

    def test_the_weakest_rule_comes_first(self):
        self.decide()
        weak, good = figures().by_rule
        self.assertEqual((weak.name, weak.right), ("a weak rule", 0))
        self.assertEqual((good.name, good.right, good.accepted), ("a rule", 100, 1))
        self.assertEqual(weak.rejected[Rejection.NOT_SPEECH], weak.decided)

    def test_by_confidence_the_surest_come_first(self):
        self.decide()
        self.assertEqual([it.name for it in figures().by_confidence], ["0.9 to 1", "below 0.5"])

    def test_what_waits_is_no_figure_of_merit(self):
        self.assertEqual({it.right for it in figures().by_rule}, {None})

    def test_what_was_found_by_hand_is_counted_apart(self):
        verdict = Verdict(((4, 11),), Form.MIXED)
        review.add(self.text.pk, verdict, by=self.ada)
        found = figures()
        self.assertEqual(found.found_by_hand, 1)
        self.assertNotIn("found by hand", [it.name for it in found.by_rule])

    def test_the_page_shows_them_in_a_fixed_number_of_queries(self):
        self.decide()
        get(self.client, "figures/")
        with self.assertNumQueries(5):  # session, curator, and three of its own
            page = get(self.client, "figures/")
        self.assertContains(page, "a weak rule")
        self.assertContains(page, "not worth recording")

    def test_empty_it_says_so(self):
        Candidate.objects.update(reader="curator")
        self.assertContains(get(self.client, "figures/"), "No reader has proposed anything yet")
