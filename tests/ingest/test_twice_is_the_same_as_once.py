from dataclasses import replace

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from quotesdb.models import Article, Quote, Reliance, Speaker
from quotesdb.records import QuoteRecord, RelianceRecord
from tests.ingest.brought import OUTLET, RECORDS, RETELLING, SPEAKER, bring, bring_with

WRITES = ("INSERT", "UPDATE", "DELETE")


def writes(captured):
    return [it["sql"] for it in captured if it["sql"].startswith(WRITES)]


class TwiceTests(TestCase):
    def setUp(self):
        self.first = bring()

    def outcomes(self, report):
        return {outcome for (_, outcome), count in report.counts.items() if count}

    def test_the_first_time_all_is_new(self):
        self.assertEqual(self.outcomes(self.first), {"new"})
        self.assertEqual(sum(self.first.counts.values()), len(RECORDS))

    def test_the_second_time_all_is_unchanged_and_nothing_is_written(self):
        with CaptureQueriesContext(connection) as queries:
            report = bring()
        self.assertEqual(writes(queries), [])
        self.assertEqual((self.outcomes(report), report.conflicts), ({"unchanged"}, []))
        self.assertFalse(report.wrote)

    def test_it_costs_as_many_queries_however_many_records_there_are(self):
        def cost(*records):
            bring(*records)
            with CaptureQueriesContext(connection) as queries:
                bring(*records)
            return len(queries)

        many = [QuoteRecord(f"q{number}", "Words.", speaker="ada") for number in range(50)]
        self.assertEqual(cost(*RECORDS, *many[:1]), cost(*RECORDS, *many))

    def test_only_what_changed_is_written(self):
        report = bring_with(replace(SPEAKER, name="Ada, Countess"))
        self.assertEqual(report.counts["speaker", "changed"], 1)
        self.assertEqual(report.counts["appearance", "unchanged"], 2)
        self.assertEqual(Speaker.objects.get(slug="ada").name, "Ada, Countess")
        self.assertEqual(Speaker.objects.get(slug="ada").version, 2)
        self.assertEqual(Quote.objects.get().version, 1)

    def test_a_file_may_change_again_and_again(self):
        for name in ("Ada, Countess", "Ada King", "Ada"):
            self.assertEqual(bring_with(replace(SPEAKER, name=name)).conflicts, [])
        self.assertEqual(Speaker.objects.get(slug="ada").name, "Ada")

    def test_what_has_no_order_may_change_its_order(self):
        turned = (
            replace(SPEAKER, aliases=SPEAKER.aliases[::-1]),
            replace(OUTLET, aliases=OUTLET.aliases[::-1]),
            replace(RETELLING, relies_on=RETELLING.relies_on[::-1]),
        )
        for _ in range(2):
            report = bring_with(*turned)
            self.assertEqual((self.outcomes(report), report.conflicts), ({"unchanged"}, []))
        with CaptureQueriesContext(connection) as queries:
            bring_with(*turned)
        self.assertEqual(writes(queries), [])

    def test_a_reliance_that_changes_keeps_its_row(self):
        before = set(Reliance.objects.values_list("pk", flat=True))
        on_post = RelianceRecord(outlet="post", evidence="reported the Post")
        bring_with(replace(RETELLING, relies_on=(on_post, *RETELLING.relies_on[1:])))
        self.assertEqual(set(Reliance.objects.values_list("pk", flat=True)), before)

    def test_an_article_with_reliance_is_new_once_and_has_version_1(self):
        self.assertEqual(self.first.counts["article", "new"], 2)
        self.assertEqual(set(Article.objects.values_list("version", flat=True)), {1})
