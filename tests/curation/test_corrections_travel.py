from django.test import TestCase

from quotesdb import curation
from quotesdb.derived import recount
from quotesdb.models import Affected, Appearance, Correction, Hop, Quote, Reliance
from quotesdb.models.quote import COUNTS
from quotesdb.refusals import Refused
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
)


class CorrectionsTravelTests(TestCase):
    """The Post reports; the Herald has it on its chain; a blog relies on the Herald."""

    @classmethod
    def setUpTestData(cls):
        cls.paper = make_outlet()
        cls.post = make_article(key="post", outlet=cls.paper)
        cls.herald = make_article(key="herald")
        cls.blog = make_article(key="blog", relies_on=[cls.herald])
        cls.quote = make_quote()
        cls.first = make_appearance(cls.quote, cls.post, key="first")
        via_post = Hop(speaker=cls.paper.speaker, article=cls.post)
        cls.second = make_appearance(cls.quote, cls.herald, key="second", chain=[via_post])
        cls.third = make_appearance(cls.quote, cls.blog, key="third")
        cls.other = make_appearance(
            make_quote("Else."), make_article(outlet=cls.paper), key="other"
        )

    def affected(self):
        rows = Affected.objects.order_by("appearance")
        return list(rows.values_list("appearance__key", "how", "steps", "through__key"))

    def test_of_an_article_to_all_downstream_and_to_nothing_else_of_its_outlet(self):
        make_correction(self.post)
        self.assertEqual(
            self.affected(),
            [
                ("first", "own", 0, None),
                ("second", "chain", 1, "post"),
                ("third", "reliance", 2, "herald"),
            ],
        )

    def test_of_an_appearance_to_the_same_quote_only(self):
        further = make_quote("Another of the same article.")
        make_appearance(further, self.herald)
        make_appearance(further, self.blog)
        make_correction(self.second)
        self.assertEqual(
            self.affected(), [("second", "own", 0, None), ("third", "reliance", 1, "herald")]
        )

    def test_of_a_quote_to_all_its_appearances(self):
        make_correction(self.quote, "fabricated")
        self.assertEqual([key for key, *_ in self.affected()], ["first", "second", "third"])

    def test_taken_back_it_affects_nothing_and_stays_with_its_reason(self):
        correction = make_correction(self.post)
        curation.take_back(correction, "The paper stood by it after all.", by=None, why="letter")
        self.assertEqual(self.affected(), [])
        kept = Correction.objects.get()
        self.assertEqual(kept.taken_back_because, "The paper stood by it after all.")
        self.assertIsNotNone(kept.taken_back_on)
        self.assertEqual(kept.history.latest().history_change_reason, "letter")

    def test_whatever_it_is_about_taking_it_back_clears_it(self):
        for about in (self.post, self.second, self.quote):
            correction = make_correction(about)
            self.assertNotEqual(self.affected(), [], about)
            curation.take_back(correction, "Not so.", by=None)
            self.assertEqual(self.affected(), [], about)

    def test_deleted_it_affects_nothing_and_the_history_has_it(self):
        curation.discard([make_correction(self.post)], by=None)
        self.assertEqual(self.affected(), [])
        self.assertEqual(Correction.history.latest().history_type, "-")

    def test_turned_to_another_record_it_leaves_the_first(self):
        correction = make_correction(self.post)
        correction.article, correction.appearance = None, self.other
        curation.keep_correction(correction, by=None)
        self.assertEqual(self.affected(), [("other", "own", 0, None)])

    def test_reliance_that_is_recorded_later_is_followed_at_once(self):
        make_correction(self.blog)
        late = self.other.article
        curation.keep_article(late, relies_on=[Reliance(source=self.blog)], by=None)
        self.assertIn(("other", "reliance", 1, "blog"), self.affected())
        curation.keep_article(late, relies_on=[], by=None)
        self.assertEqual(self.affected(), [("third", "own", 0, None)])

    def test_counts_of_origins_stay_as_they_are(self):
        counted = Quote.objects.filter(pk=self.quote.pk).values_list(*COUNTS)
        before = counted.get()
        make_correction(self.post)
        self.assertEqual(counted.get(), before)

    def test_merged_appearances_are_not_affected(self):
        make_correction(self.post)
        Appearance.objects.filter(pk=self.third.pk).update(merged_into=self.second)
        recount([self.quote.pk])
        self.assertEqual([key for key, *_ in self.affected()], ["first", "second"])

    def test_what_was_merged_into_another_marks_nothing(self):
        for gone, kept in (
            (self.post, self.herald),
            (self.second, self.third),
            (self.quote, self.other.quote),
        ):
            make_correction(gone)
            type(gone).objects.filter(pk=gone.pk).update(merged_into=kept)
        recount([self.quote.pk])
        self.assertEqual(self.affected(), [])

    def test_a_record_with_a_correction_is_not_deleted(self):
        article = make_article()
        make_correction(article)
        with self.assertRaisesMessage(Refused, "in use by at least one correction"):
            curation.discard([article], by=None)

    def test_what_is_affected_goes_without_asking(self):
        make_correction(self.post)
        curation.discard([self.third], by=None)
        self.assertEqual([key for key, *_ in self.affected()], ["first", "second"])
