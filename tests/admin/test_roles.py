from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import TestCase

from quotesdb.models import Curator, Quote
from tests.factory import make_quote


class RolesTests(TestCase):
    """`loaddata roles` makes the groups; what they may do, the desk lets them do."""

    @classmethod
    def setUpTestData(cls):
        call_command("loaddata", "roles", verbosity=0)
        cls.quote = make_quote("They may talk.")

    def sign_in(self, role):
        person = Curator.objects.create_user(role, is_staff=True)
        person.groups.add(Group.objects.get(name=role))
        self.client.force_login(person)

    def statuses(self):
        page = f"/admin/quotesdb/quote/{self.quote.pk}"
        return {
            "see": self.client.get(f"{page}/change/").status_code,
            "add": self.client.get("/admin/quotesdb/quote/add/").status_code,
            "delete": self.client.get(f"{page}/delete/").status_code,
        }

    def test_readers_see(self):
        self.sign_in("Readers")
        self.assertEqual(self.statuses(), {"see": 200, "add": 403, "delete": 403})

    def test_curators_record(self):
        self.sign_in("Curators")
        self.assertEqual(self.statuses(), {"see": 200, "add": 200, "delete": 403})

    def test_editors_delete(self):
        self.sign_in("Editors")
        self.assertEqual(self.statuses(), {"see": 200, "add": 200, "delete": 200})
        self.client.post(f"/admin/quotesdb/quote/{self.quote.pk}/delete/", {"post": "yes"})
        self.assertFalse(Quote.objects.exists())

    def test_contributors_propose_and_record_nothing(self):
        self.sign_in("Contributors")
        self.assertEqual(self.statuses(), {"see": 200, "add": 403, "delete": 403})
        self.assertEqual(self.client.get("/admin/quotesdb/candidate/add/").status_code, 200)

    def test_administrators_answer_for_accounts(self):
        self.sign_in("Administrators")
        self.assertEqual(self.client.get("/admin/quotesdb/curator/add/").status_code, 200)

    def test_loading_them_again_renews_them(self):
        Group.objects.get(name="Readers").permissions.clear()
        call_command("loaddata", "roles", verbosity=0)
        self.assertEqual(Group.objects.count(), 5)
        self.assertEqual(Group.objects.get(name="Readers").permissions.count(), 9)
