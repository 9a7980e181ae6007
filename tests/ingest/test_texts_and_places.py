from dataclasses import replace

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from quotesdb import curation
from quotesdb.ingest import Attachment, Report, attach
from quotesdb.models import Appearance, Article, ArticleText, Segment
from quotesdb.records import SegmentRecord
from tests.ingest.brought import INNER, OUTER, bring, bring_with, merge
from tests.ingest.test_twice_is_the_same_as_once import writes

BODY = "“They say,” she wrote, “they are ready.”"
PLACES = {
    OUTER.key: [("They say", (1, 9, "“", ",”")), ("they are ready.", (24, 39, "“", "”"))],
    INNER.key: [("ready", (33, 38, "are ", "."))],
}


class TextsTests(TestCase):
    def setUp(self):
        bring()
        self.report = self.attach()

    def attach(self, body=BODY, places=PLACES, article="retelling"):
        report = Report()
        attach([Attachment(article, body, places)], report)
        return report

    def places(self):
        rows = Segment.objects.order_by("appearance__key", "position")
        return list(rows.values_list("start", "end", "prefix", "suffix"))

    def test_places_are_kept_against_a_version_of_the_text(self):
        text = ArticleText.objects.get()
        self.assertEqual((text.version, text.body), (1, BODY))
        self.assertEqual(set(Appearance.objects.values_list("text", flat=True)), {text.pk})
        self.assertEqual(
            self.places(),
            [place for key in sorted(PLACES) for _, place in PLACES[key]],
        )

    def test_the_second_time_nothing_is_written(self):
        with CaptureQueriesContext(connection) as queries:
            report = self.attach()
        self.assertEqual(writes(queries), [])
        self.assertEqual((self.report.texts, report.texts), ({"new": 1}, {"unchanged": 1}))
        self.assertEqual(set(Appearance.objects.values_list("version", flat=True)), {2})

    def test_a_new_text_is_a_new_version_and_an_old_one_is_not(self):
        self.attach(BODY + "\n")
        self.attach()
        self.assertEqual(ArticleText.objects.count(), 2)
        self.assertEqual(set(Appearance.objects.values_list("text__version", flat=True)), {1})

    def test_words_that_a_curator_changed_keep_their_place(self):
        inner = Appearance.objects.get(key=INNER.key)
        changed = Segment(position=0, exact="are ready", start=29, end=38)
        curation.keep_appearance(inner, segments=[changed], by=None)
        self.attach()
        self.assertEqual(self.places()[0], (29, 38, "", ""))

    def test_importing_again_leaves_the_places(self):
        before = self.places()
        bring_with(replace(OUTER, cue="wrote"))
        self.assertEqual(self.places(), before)

    def test_only_changed_words_lose_their_place(self):
        words = (SegmentRecord("She says"), OUTER.segments[1])
        bring_with(replace(OUTER, segments=words))
        self.assertEqual([start for start, *_ in self.places()], [33, None, 24])

    def test_the_same_words_twice_keep_a_place_each(self):
        thrice = tuple(SegmentRecord(word) for word in ("no", "yes", "no"))
        bring_with(replace(INNER, segments=thrice))
        body = "no, yes, no"
        at = [("no", (0, 2, "", "")), ("yes", (4, 7, "", "")), ("no", (9, 11, "", ""))]
        self.attach(body, {INNER.key: at})
        bring_with(replace(INNER, segments=(thrice[0], SegmentRecord("hm"), thrice[2])))
        self.assertEqual([start for start, *_ in self.places()[:3]], [0, None, 9])

    def test_an_appearance_that_moves_to_another_article_leaves_its_places(self):
        bring_with(replace(INNER, article="report", nested_in=None))
        self.assertEqual(self.places()[0], (None, None, "", ""))
        self.assertIsNone(Appearance.objects.get(key=INNER.key).text)

    def test_articles_that_are_not_held_go_without(self):
        self.assertEqual(self.attach(article="nothing").texts, {})
        merge(Article.objects.get(key="retelling"), Article.objects.get(key="report"))
        self.assertEqual(self.attach("Another text.").texts, {})
