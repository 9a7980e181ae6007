from dataclasses import replace

from django.test import TestCase

from quotesdb import curation
from quotesdb.ingest import Settle
from quotesdb.models import Appearance, Article
from quotesdb.refusals import Refused
from tests.ingest.brought import INNER, OUTER, bring, bring_with, told

CONFLICT = ("appearance", "retelling/inner", "", None, "deleted")


class DeletedTests(TestCase):
    def setUp(self):
        bring()
        curation.discard([Appearance.objects.get(key=INNER.key)], by=None)

    def exists(self):
        return Appearance.objects.filter(key=INNER.key).exists()

    def test_it_is_listed_every_time(self):
        for _ in range(2):
            self.assertEqual(told(bring().conflicts), [CONFLICT])
            self.assertFalse(self.exists())

    def test_theirs_makes_it_again(self):
        (conflict,) = bring(settle=Settle.THEIRS).conflicts
        self.assertEqual((conflict.settled_for, self.exists()), ("theirs", True))
        self.assertEqual(bring().conflicts, [])

    def test_ours_lists_it_no_more(self):
        bring(settle=Settle.OURS)
        self.assertEqual((bring().conflicts, self.exists()), ([], False))

    def test_it_is_listed_again_when_the_file_changes(self):
        bring(settle=Settle.OURS)
        self.assertEqual(told(bring_with(replace(INNER, cue="said")).conflicts), [CONFLICT])

    def test_what_needs_it_is_told_why_it_is_not_there(self):
        for key in (OUTER.key, "report"):
            model = Appearance if key == OUTER.key else Article
            if model is Article:
                self.free_the_report()
            curation.discard([model.objects.get(key=key)], by=None)
        sentence = 'article "report" was deleted from the database by hand.'
        newcomer = replace(OUTER, key="report/talks", article="report", chain=())
        with self.assertRaisesMessage(Refused, sentence):
            bring_with(newcomer)

    def free_the_report(self):
        curation.keep_article(Article.objects.get(key="retelling"), relies_on=[], by=None)
