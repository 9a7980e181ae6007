from dataclasses import replace

from django.test import TestCase

from quotesdb.models import Appearance, Article
from quotesdb.records import ArticleRecord, RelianceRecord
from tests.ingest.brought import INNER, OUTER, RECORDS, bring, bring_with


class OrderTests(TestCase):
    def nesting(self):
        rows = Appearance.objects.select_related("nested_in")
        return {row.key: row.nested_in and row.nested_in.key for row in rows}

    def test_records_may_come_in_any_order(self):
        bring(*reversed(RECORDS))
        self.assertEqual(self.nesting(), {OUTER.key: None, INNER.key: OUTER.key})
        self.assertFalse(bring().wrote)

    def test_articles_may_rely_on_one_another_in_a_circle(self):
        keys = ("a", "b", "c")
        records = [
            ArticleRecord(key, relies_on=(RelianceRecord(article=source),))
            for key, source in zip(keys, keys[1:] + keys[:1], strict=True)
        ]
        bring(*records)
        self.assertEqual(
            [row.relies_on.get().source.key for row in Article.objects.order_by("key")],
            ["b", "c", "a"],
        )
        self.assertFalse(bring(*records).wrote)

    def test_a_held_article_may_rely_on_a_new_one(self):
        bring(ArticleRecord("a"))
        bring(ArticleRecord("a", relies_on=(RelianceRecord(article="b"),)), ArticleRecord("b"))
        self.assertEqual(Article.objects.get(key="a").relies_on.get().source.key, "b")

    def test_outer_and_inner_may_change_places(self):
        bring()
        bring_with(replace(OUTER, nested_in=INNER.key), replace(INNER, nested_in=None))
        self.assertEqual(self.nesting(), {OUTER.key: INNER.key, INNER.key: None})
