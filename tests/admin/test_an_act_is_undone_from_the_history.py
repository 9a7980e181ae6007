from django.contrib.auth.models import Permission
from django.test import TestCase

from quotesdb import curation
from quotesdb.models import Curator, Quote
from tests import factory
from tests.admin import desk


class UndoingAtTheDeskTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator("ada")
        cls.quote = factory.make_quote("One.")
        cls.quote.text = "Two."
        curation.keep_quote(cls.quote, by=None)
        cls.history = desk.url(cls.quote, "history/")

    def setUp(self):
        self.client.force_login(self.curator)

    def acts(self):
        return [act["number"] for act in self.client.get(self.history).context["acts"]]

    def undo(self, act):
        return self.client.post(self.history, {"act": act}, follow=True)

    def test_the_record_stands_as_before_and_the_history_says_by_whom(self):
        page = self.undo(self.acts()[0])
        self.assertContains(page, "The act was undone.")
        self.assertContains(page, "Quote: reference wording Two. → One.")
        self.assertEqual(Quote.objects.get().text, "One.")
        row = self.quote.history.first()
        self.assertEqual((row.history_user, row.door), (self.curator, "admin"))

    def test_what_has_changed_since_is_said(self):
        self.quote.occasion = "a walk"
        curation.keep_quote(self.quote, by=None)
        page = self.undo(self.acts()[1])
        self.assertContains(page, "occasion nothing → a walk")
        self.assertEqual(Quote.objects.get().text, "Two.")

    def test_a_deleted_record_is_found_and_comes_back(self):
        curation.discard([Quote.objects.get()], by=None)
        page = self.client.get(self.history)
        self.assertContains(page, "Quote removed")
        self.undo(self.acts()[0])
        self.assertEqual(Quote.objects.get().pk, self.quote.pk)

    def test_only_by_who_may(self):
        reader = Curator.objects.create_user("tom", is_staff=True)
        reader.user_permissions.set(Permission.objects.filter(codename="view_quote"))
        self.client.force_login(reader)
        page = self.client.get(self.history)
        self.assertNotContains(page, "Undo")
        act = page.context["acts"][0]["number"]
        self.assertEqual(self.client.post(self.history, {"act": act}).status_code, 403)
        self.assertEqual(Quote.objects.get().text, "Two.")

    def test_nonsense_is_refused(self):
        for act in ("", "yesterday", "9" * 17, "1"):
            page = self.undo(act)
            self.assertContains(page, "There is no such act")

    def test_long_histories_are_turned_over(self):
        for number in range(60):
            self.quote.occasion = f"walk {number}"
            curation.keep_quote(self.quote, by=None)
        page = self.client.get(self.history)
        self.assertEqual(len(page.context["acts"]), 50)
        older = self.client.get(self.history, {"before": page.context["before"]})
        self.assertEqual(len(older.context["acts"]), 12)
        self.assertContains(older, "Quote added")
