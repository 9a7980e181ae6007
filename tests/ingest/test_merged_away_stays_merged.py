from dataclasses import replace

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from quotesdb import curation
from quotesdb.ingest import Settle
from quotesdb.models import Article, Quote, Speaker
from quotesdb.records import ArticleRecord, RelianceRecord, SpeakerRecord
from quotesdb.vocabulary import SpeakerKind
from tests.ingest.brought import QUOTE, RETELLING, bring_with, merge, told
from tests.ingest.test_twice_is_the_same_as_once import writes

TWIN = SpeakerRecord("ada-b", "Ada B.", SpeakerKind.PERSON)
BY_TWIN = replace(QUOTE, speaker="ada-b")


class MergedTests(TestCase):
    def setUp(self):
        bring_with(TWIN, BY_TWIN)
        self.ada, self.twin = Speaker.objects.get(slug="ada"), Speaker.objects.get(slug="ada-b")
        Quote.objects.update(speaker=self.ada)
        merge(self.twin, self.ada)

    def test_the_survivor_takes_its_place_wherever_files_name_it(self):
        report = bring_with(TWIN, BY_TWIN)
        self.assertEqual(
            told(report.conflicts), [("speaker", "ada-b", "", None, 'merged into "ada"')]
        )
        self.assertEqual(Quote.objects.get().speaker, self.ada)

    def test_ours_lists_it_no_more(self):
        bring_with(TWIN, BY_TWIN, settle=Settle.OURS)
        self.assertEqual(bring_with(TWIN, BY_TWIN).conflicts, [])

    def test_theirs_does_not_undo_it(self):
        bring_with(TWIN, BY_TWIN, settle=Settle.THEIRS)
        self.twin.refresh_from_db()
        self.assertEqual(self.twin.merged_into, self.ada)

    def test_nothing_is_written_the_second_time(self):
        bring_with(TWIN, BY_TWIN)
        with CaptureQueriesContext(connection) as queries:
            bring_with(TWIN, BY_TWIN)
        self.assertEqual(writes(queries), [])


class DoubledByMergingTests(TestCase):
    """What two names said apart, one name says twice, and an article may rely on its own twin."""

    def setUp(self):
        self.other = ArticleRecord("report-2")
        on = (*RETELLING.relies_on, RelianceRecord(article="report-2"))
        self.records = (self.other, replace(RETELLING, relies_on=on))
        bring_with(*self.records)

    def merge(self, key, survivor, relies_on):
        retelling = Article.objects.get(key="retelling")
        left = [it for it in retelling.relies_on.all() if it.source is None or relies_on(it.source)]
        curation.keep_article(retelling, relies_on=left, by=None)
        merge(Article.objects.get(key=key), Article.objects.get(key=survivor))

    def conflicts(self):
        """The merge itself and nothing else."""
        return [it.key for it in bring_with(*self.records).conflicts]

    def test_it_relies_on_the_survivor_once(self):
        self.merge("report-2", "report", lambda source: source.key == "report")
        self.assertEqual(self.conflicts(), ["report-2"])
        self.assertEqual(Article.objects.get(key="retelling").relies_on.count(), 2)

    def test_it_does_not_rely_on_itself(self):
        self.merge("report-2", "retelling", lambda source: source.key != "report-2")
        self.assertEqual(self.conflicts(), ["report-2"])
