from django.test import TestCase

from quotesdb.management.first_curator import NAME, make_first_curator
from quotesdb.models import Curator


class FirstCuratorTests(TestCase):
    def test_signs_in_with_the_password_that_was_shown(self):
        password = make_first_curator()
        self.assertTrue(self.client.login(username=NAME, password=password))
        self.assertEqual(self.client.get("/admin/").status_code, 200)

    def test_two_installations_share_no_password(self):
        first = make_first_curator()
        Curator.objects.all().delete()
        self.assertNotEqual(make_first_curator(), first)

    def test_is_made_once(self):
        make_first_curator()
        self.assertIsNone(make_first_curator())

    def test_is_not_needed_beside_another_with_all_rights(self):
        Curator.objects.create_superuser("ada", password="whatever")
        self.assertIsNone(make_first_curator())
        self.assertFalse(Curator.objects.filter(username=NAME).exists())

    def test_never_takes_over_an_account_of_that_name(self):
        Curator.objects.create_user(NAME, password="theirs")
        self.assertIsNone(make_first_curator())
        self.assertTrue(self.client.login(username=NAME, password="theirs"))
