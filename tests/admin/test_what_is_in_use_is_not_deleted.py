from unittest import mock

from django.contrib.admin.models import LogEntry
from django.test import TestCase

from quotesdb.models import Appearance, Article, Outlet, Quote, Speaker
from tests import factory
from tests.admin import desk

SURE = {"post": "yes"}


class WhatIsInUseIsNotDeletedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()
        cls.appearance = factory.make_appearance(chain=[factory.make_speaker("Grace Hill")])

    def setUp(self):
        self.client.force_login(self.curator)

    def test_a_printed_quote_stays_and_the_page_says_what_needs_it(self):
        page = self.client.post(desk.url(self.appearance.quote, "delete/"), SURE)
        self.assertContains(page, "cannot be deleted while other records need it")
        self.assertEqual(Quote.objects.count(), 1)

    def test_an_outlet_that_speaks_stays_with_its_speaker(self):
        outlet = factory.make_outlet()
        factory.make_appearance(chain=[outlet])
        page = self.client.post(desk.url(outlet, "delete/"), SURE, follow=True)
        self.assertContains(page, "It cannot be deleted while it is in use by at least one hop.")
        self.assertNotContains(page, "successfully")
        self.assertEqual(Outlet.objects.count(), 1)
        self.assertEqual(LogEntry.objects.count(), 0)

    def test_an_outlet_of_no_use_goes_with_its_speaker(self):
        outlet = factory.make_outlet()
        self.client.post(desk.url(outlet, "delete/"), SURE)
        self.assertFalse(Outlet.objects.exists())
        self.assertFalse(Speaker.objects.filter(kind="outlet").exists())

    def test_an_appearance_goes_with_its_parts(self):
        self.client.post(desk.url(self.appearance, "delete/"), SURE)
        self.assertFalse(Appearance.objects.exists())
        self.client.post(desk.url(self.appearance.article, "delete/"), SURE)
        self.assertFalse(Article.objects.exists())

    def test_of_several_chosen_in_a_list_none_goes_if_one_must_stay(self):
        used, free = factory.make_outlet("Used"), factory.make_outlet("Free")
        factory.make_appearance(chain=[used])
        chosen = {"action": "delete_selected", "_selected_action": [used.pk, free.pk], **SURE}
        page = self.client.post("/admin/quotesdb/outlet/", chosen, follow=True)
        self.assertContains(page, "It cannot be deleted while it is in use")
        self.assertEqual(Outlet.objects.count(), 2)
        self.assertEqual(LogEntry.objects.count(), 0)

    def test_those_chosen_in_a_list_go_through_the_history(self):
        chosen = [factory.make_quote().pk, factory.make_quote().pk]
        sent = {"action": "delete_selected", "_selected_action": chosen, **SURE}
        self.client.post("/admin/quotesdb/quote/", sent)
        self.assertEqual(Quote.objects.count(), 1)
        gone = Quote.history.filter(history_type="-", history_user=self.curator)
        self.assertEqual(gone.count(), 2)

    def test_the_writer_is_the_one_who_refuses(self):
        with mock.patch("quotesdb.curation.acts.discard") as discard:
            self.client.post(desk.url(self.appearance, "delete/"), SURE)
        discard.assert_called_once()
