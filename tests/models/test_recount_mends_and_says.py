from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from quotesdb.models import Quote
from tests.factory import make_appearance, make_quote


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

    def test_what_is_right_is_left(self):
        make_appearance()
        self.assertIn("1 quotes counted, 0 mended.", self.recount())
