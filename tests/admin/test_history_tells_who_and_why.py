from django.contrib.admin.models import LogEntry
from django.test import TestCase

from quotesdb.models import Quote
from tests import factory
from tests.admin import desk


class HistoryTellsWhoAndWhyTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator("ada")

    def setUp(self):
        self.client.force_login(self.curator)

    def test_who_when_why_and_through_which_door(self):
        quote = factory.make_quote("Rivers do.")
        desk.send(self.client, desk.url(quote), text="Rivers do not.", why="a word was missing")
        row = quote.history.first()
        self.assertEqual(
            (row.history_user, row.history_change_reason, row.door, row.text),
            (self.curator, "a word was missing", "admin", "Rivers do not."),
        )

    def test_an_added_record_tells_too(self):
        desk.send(self.client, "/admin/quotesdb/quote/add/", text="Rivers do.", why="seen in print")
        row = Quote.history.get()
        self.assertEqual(
            (row.history_user, row.history_change_reason), (self.curator, "seen in print")
        )

    def test_a_deleted_record_leaves_its_history(self):
        quote = factory.make_quote("Rivers do.")
        self.client.post(desk.url(quote, "delete/"), {"post": "yes", "why": "recorded twice"})
        self.assertFalse(Quote.objects.exists())
        row = Quote.history.first()
        self.assertEqual(
            (row.history_type, row.history_user, row.history_change_reason),
            ("-", self.curator, "recorded twice"),
        )

    def test_the_page_of_the_history_can_be_read(self):
        appearance = factory.make_appearance(segments=["Rivers do."])
        new = {"segments__1__exact": "They do.", "segments__TOTAL_FORMS": 2}
        desk.send(self.client, desk.url(appearance), cue="told", why="checked", **new)
        page = self.client.get(desk.url(appearance, "history/"))
        for told in (
            "ada",
            "checked",
            "admin",
            "Appearance: cue nothing → told",
            "Segment 1 added",
        ):
            self.assertContains(page, told)

    def test_an_outlets_history_tells_of_its_name(self):
        outlet = factory.make_outlet("The Harbour Post")
        desk.send(self.client, desk.url(outlet), name="The Harbour Times", why="renamed")
        page = self.client.get(desk.url(outlet, "history/"))
        self.assertContains(page, "name The Harbour Post → The Harbour Times")

    def test_djangos_own_log_tells_what_was_changed_and_no_more(self):
        article = factory.make_article(title="Talks")
        desk.send(self.client, desk.url(article), title="The talks", why="the title was wrong")
        self.assertEqual(LogEntry.objects.get().get_change_message(), "Changed Title.")

    def test_the_history_of_nothing_is_no_crash(self):
        response = self.client.get("/admin/quotesdb/quote/12345/history/")
        self.assertRedirects(response, "/admin/")
