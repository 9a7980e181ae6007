from django.test import TestCase

from quotesdb import curation
from quotesdb.acts import DELETED
from quotesdb.models import Outlet, Quote
from quotesdb.refusals import Refused
from tests.factory import make_outlet, make_quote


class StaleTests(TestCase):
    def test_a_record_that_changed_since_it_was_opened(self):
        opened = make_quote()
        changed = Quote.objects.get()
        changed.occasion = "A speech"
        curation.keep_quote(changed, opened_version=1, by=None)
        opened.occasion = "A letter"
        with self.assertRaisesMessage(Refused, curation.STALE):
            curation.keep_quote(opened, opened_version=1, by=None)
        self.assertEqual(Quote.objects.get().occasion, "A speech")

    def test_an_outlet_whose_name_changed_since_it_was_opened(self):
        opened = make_outlet()
        changed = Outlet.objects.get()
        changed.speaker.name = "Harbour Post"
        curation.keep_outlet(changed, changed.speaker, opened_version=1, by=None)
        opened.speaker.name = "Post"
        with self.assertRaisesMessage(Refused, curation.STALE):
            curation.keep_outlet(opened, opened.speaker, opened_version=1, by=None)
        self.assertEqual(Outlet.objects.get().speaker.name, "Harbour Post")

    def test_a_record_that_was_deleted_since_it_was_opened(self):
        opened = make_quote()
        curation.discard(list(Quote.objects.all()), by=None)
        with self.assertRaisesMessage(Refused, curation.STALE):
            curation.keep_quote(opened, opened_version=1, by=None)

    def test_a_deleted_record_does_not_rise_again(self):
        opened = make_quote()
        curation.discard(list(Quote.objects.all()), by=None)
        with self.assertRaisesMessage(Refused, DELETED):
            curation.keep_quote(opened, by=None)
        self.assertFalse(Quote.objects.exists())

    def test_an_act_knows_its_own_changes(self):
        quote = make_quote()
        for occasion in ("A speech", "A letter"):
            quote.occasion = occasion
            curation.keep_quote(quote, opened_version=quote.version, by=None)
        self.assertEqual(Quote.objects.get().occasion, "A letter")
