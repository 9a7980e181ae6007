from django.test import TestCase

from quotesdb import curation
from quotesdb.models import Article, Outlet, Quote, Segment, Speaker
from quotesdb.refusals import Refused
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker


class DeletionTests(TestCase):
    def test_what_is_in_use_stays_and_says_by_what(self):
        speaker = make_speaker()
        make_appearance(make_quote(speaker=speaker), chain=[speaker])
        sentence = curation.IN_USE.format(users="at least one hop and at least one quote")
        with self.assertRaisesMessage(Refused, sentence):
            curation.discard([speaker], by=None)
        self.assertTrue(Speaker.objects.filter(pk=speaker.pk).exists())

    def test_an_outlet_goes_with_its_speaker(self):
        curation.discard([make_outlet()], by=None)
        self.assertFalse(Outlet.objects.exists() or Speaker.objects.exists())

    def test_an_outlet_that_is_quoted_stays_whole(self):
        outlet = make_outlet()
        make_appearance(chain=[outlet])
        with self.assertRaisesMessage(Refused, "in use by at least one hop"):
            curation.discard([outlet], by=None)
        self.assertTrue(Outlet.objects.exists())

    def test_an_appearance_goes_with_its_segments(self):
        curation.discard([make_appearance()], by=None)
        self.assertFalse(Segment.objects.exists())

    def test_all_or_none(self):
        free, used = make_article(), make_appearance().article
        with self.assertRaises(Refused):
            curation.discard([free, used], by=None)
        self.assertEqual(Article.objects.count(), 2)

    def test_the_history_keeps_what_was_deleted(self):
        curation.discard([make_quote("Words.")], by=None, why="twice")
        self.assertEqual(Quote.history.latest().text, "Words.")
