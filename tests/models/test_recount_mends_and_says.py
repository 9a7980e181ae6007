from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from quotesdb.models import Affected, Quote
from tests.factory import make_appearance, make_correction, make_quote


class RecountTests(TestCase):
    def recount(self):
        told = StringIO()
        call_command("recount", stdout=told, stderr=StringIO())
        return told.getvalue()

    def test_what_is_wrong_is_mended_and_named(self):
        quote = make_quote(key="ready")
        make_appearance(quote)
        Quote.objects.update(appearance_count=7, independent_origins=9)
        told = self.recount()
        self.assertIn("ready: printed 7 times, 9 origins declared", told)
        self.assertIn("1 quotes counted, 1 mended.", told)
        quote.refresh_from_db()
        self.assertEqual((quote.appearance_count, quote.independent_origins), (1, 1))

    def test_whom_corrections_affect_is_mended_and_named(self):
        quote = make_quote(key="ready")
        affected, free = make_appearance(quote), make_appearance(quote)
        correction = make_correction(affected)
        Affected.objects.update(appearance=free, steps=3)
        told = self.recount()
        self.assertIn(
            "ready: of the marks that corrections leave on its appearances, 1 wrong and 1 missing",
            told,
        )
        self.assertIn("1 quotes counted, 1 mended.", told)
        kept = Affected.objects.values_list("appearance", "correction", "how", "steps")
        self.assertEqual(list(kept), [(affected.pk, correction.pk, "own", 0)])

    def test_what_is_right_is_left(self):
        make_appearance()
        self.assertIn("1 quotes counted, 0 mended.", self.recount())
