from django.test import TestCase

from quotesdb import review
from quotesdb.models import Appearance, Candidate, Quote
from quotesdb.refusals import Refused
from quotesdb.review import Chosen, ChosenHop, Verdict
from quotesdb.vocabulary import Form, Rejection, Relation
from tests.admin.desk import make_curator
from tests.review.submitted import BODY, candidate, submit

WORDS = "for the winter"
START = BODY.index(WORDS)
END = START + len(WORDS)


class FoundByHandTests(TestCase):
    def setUp(self):
        submit()
        self.text = candidate("We will open again").text
        self.ada = make_curator("ada")

    def verdict(self, start=START, end=END):
        mayor = Chosen(name="Grace Hill")
        hop = ChosenHop(mayor, Relation.SAID)
        return Verdict(((start, end),), Form.MIXED, speaker=mayor, chain=(hop,))

    def test_it_is_recorded_and_kept_as_a_candidate_of_the_curators(self):
        row = review.add(self.text.pk, self.verdict(), by=self.ada)
        self.assertEqual((row.reader, row.decision), ("curator", "accepted"))
        self.assertEqual(Appearance.objects.get().wording, WORDS)
        self.assertNotIn(row, Candidate.objects.by_readers())

    def test_taken_back_it_waits_and_can_be_rejected(self):
        row = review.add(self.text.pk, self.verdict(), by=self.ada)
        row = review.undo(row.pk, by=self.ada, opened_version=row.version)
        self.assertFalse(Quote.objects.exists())
        row = review.reject(row.pk, Rejection.OTHER, by=self.ada, opened_version=row.version)
        self.assertEqual(row.decision, "rejected")

    def test_what_is_proposed_already_is_not_proposed_again(self):
        review.add(self.text.pk, self.verdict(), by=self.ada)
        with self.assertRaisesMessage(Refused, "proposed already"):
            review.add(self.text.pk, self.verdict(), by=self.ada)

    def test_words_that_the_article_does_not_have_are_refused(self):
        for start, end in ((0, 10**6), (7, 7)):
            with self.subTest((start, end)), self.assertRaises(Refused):
                review.add(self.text.pk, self.verdict(start, end), by=self.ada)
        self.assertFalse(Candidate.objects.filter(reader="curator").exists())

    def test_a_text_that_is_gone_is_a_sentence(self):
        with self.assertRaisesMessage(Refused, "no longer there"):
            review.add(10**9, self.verdict(), by=self.ada)
