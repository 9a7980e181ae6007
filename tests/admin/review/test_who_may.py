from django.test import Client, TestCase

from quotesdb.models import Quote
from tests.admin.review.asking import DESK, accept, get, in_role, post
from tests.review.submitted import candidate, submit


class WhoMayTests(TestCase):
    def setUp(self):
        self.article = submit().article
        self.candidate = candidate("We will open again")

    def deeds(self):
        one, article = self.candidate.pk, f"article/{self.article.pk}"
        yield post(self.client, f"{one}/accept/", record={}, version=1)
        yield post(self.client, f"{one}/reject/", rejection="other", version=1)
        yield post(self.client, f"{one}/undo/", version=1)
        for deed in ("take", "leave", "add"):
            yield post(self.client, f"{article}/{deed}/")

    def looks(self):
        yield get(self.client, f"{self.candidate.pk}/")
        yield get(self.client, "speakers/?q=a")
        yield get(self.client, f"article/{self.article.pk}/candidates/")
        for page in ("", "figures/", f"article/{self.article.pk}/"):
            yield get(self.client, page)

    def test_readers_look_and_do_not_decide(self):
        self.client.force_login(in_role("Readers"))
        self.assertEqual({it.status_code for it in self.looks()}, {200})
        for answer in self.deeds():
            self.assertEqual(answer.status_code, 403)
            self.assertIn("may look, but not decide", answer.json()["sentence"])
        self.assertEqual(get(self.client, "add/").status_code, 403)
        self.assertFalse(Quote.objects.exists())

    def test_curators_decide(self):
        self.client.force_login(in_role("Curators"))
        self.assertEqual({it.status_code for it in self.looks()}, {200})
        self.assertEqual(accept(self.client, self.candidate).status_code, 200)
        self.assertEqual(get(self.client, "add/").status_code, 200)

    def test_strangers_are_told_in_a_sentence(self):
        for answer in (get(self.client, f"{self.candidate.pk}/"), *self.deeds()):
            self.assertEqual(answer.status_code, 403)
            self.assertIn("signed out", answer.json()["sentence"])
        self.assertEqual(get(self.client, "").status_code, 302)

    def test_other_sites_cannot_decide_for_a_curator(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(in_role("Curators"))
        answer = post(client, f"{self.candidate.pk}/reject/", rejection="other", version=1)
        self.assertEqual(answer.status_code, 403)

    def test_looking_changes_nothing(self):
        self.client.force_login(in_role("Curators"))
        for path in ("accept", "reject", "undo"):
            answer = self.client.get(f"{DESK}/{self.candidate.pk}/{path}/")
            self.assertEqual(answer.status_code, 405)
