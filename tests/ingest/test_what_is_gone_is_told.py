from django.test import TestCase

from quotesdb import curation
from quotesdb.models import Quote
from quotesdb.records import QuoteRecord
from tests.factory import make_quote
from tests.ingest.brought import bring, merge

KEPT, LOST = QuoteRecord("kept", "Words."), QuoteRecord("lost", "Words.")


class GoneTests(TestCase):
    def setUp(self):
        files = {("quote", "kept"): "seeds/a.yaml", ("quote", "lost"): "seeds/more/b.yaml"}
        bring(KEPT, LOST, files=files)

    def gone(self, *scope):
        report = bring(KEPT, files={("quote", "kept"): "seeds/a.yaml"}, scope=scope)
        return [(it.kind, it.key, it.file) for it in report.gone]

    def test_it_is_told_and_not_deleted(self):
        for scope in ("seeds", "seeds/more", "seeds/more/b.yaml", "."):
            self.assertEqual(self.gone(scope), [("quote", "lost", "seeds/more/b.yaml")])
        self.assertEqual(Quote.objects.count(), 2)

    def test_what_stood_elsewhere_is_not_gone(self):
        for scope in ((), ("seeds/mor",), ("other",), ("/seeds",)):
            self.assertEqual(self.gone(*scope), [])

    def test_what_a_curator_has_deleted_too_is_not_told(self):
        curation.discard(list(Quote.objects.filter(key="lost")), by=None)
        self.assertEqual(self.gone("seeds"), [])

    def test_nor_what_was_merged_away(self):
        merge(Quote.objects.get(key="lost"), make_quote())
        self.assertEqual(self.gone("seeds"), [])

    def test_what_moved_to_another_file_is_remembered_there(self):
        bring(KEPT, LOST, files={("quote", "lost"): "other/b.yaml"})
        self.assertEqual(self.gone("seeds"), [])
        self.assertEqual(self.gone("other"), [("quote", "lost", "other/b.yaml")])
