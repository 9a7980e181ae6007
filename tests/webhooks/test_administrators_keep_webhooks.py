"""Only they do: a webhook lets this server speak to other machines."""

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import TestCase

from quotesdb.models import Change, Curator, Webhook
from quotesdb.webhooks.signing import secret_of
from tests.factory import make_quote

LIST = "/admin/quotesdb/webhook/"
MIRROR = {"label": "mirror", "url": "https://mirror.example/hook", "kind": "quote"}


class WebhooksAtTheDeskTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("loaddata", "roles", verbosity=0)
        make_quote()

    def sign_in(self, role):
        person = Curator.objects.create_user(role, is_staff=True)
        person.groups.add(Group.objects.get(name=role))
        self.client.force_login(person)

    def test_one_is_made_and_begins_with_what_comes(self):
        self.sign_in("Administrators")
        answer = self.client.post(f"{LIST}add/", MIRROR)
        self.assertEqual(answer.status_code, 302, answer.content)
        webhook = Webhook.objects.get()
        self.assertEqual(webhook.curator.username, "Administrators")
        self.assertEqual(webhook.cursor, Change.objects.latest("pk").pk)

    def test_its_page_tells_its_secret(self):
        self.sign_in("Administrators")
        self.client.post(f"{LIST}add/", MIRROR)
        webhook = Webhook.objects.get()
        page = self.client.get(f"{LIST}{webhook.pk}/change/")
        self.assertContains(page, secret_of(webhook))
        self.assertContains(page, "Nothing was sent yet")

    def test_an_address_that_is_none_is_refused_on_the_form(self):
        self.sign_in("Administrators")
        answer = self.client.post(f"{LIST}add/", MIRROR | {"url": "ftp://mirror.example/"})
        self.assertContains(answer, "must begin with https://")
        self.assertFalse(Webhook.objects.exists())

    def test_nobody_else_sees_them(self):
        for role in ("Readers", "Contributors", "Curators", "Editors"):
            with self.subTest(role):
                self.sign_in(role)
                self.assertEqual(self.client.get(LIST).status_code, 403)
                self.assertEqual(self.client.post(f"{LIST}add/", MIRROR).status_code, 403)
