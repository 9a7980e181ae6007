from unittest.mock import patch

from django.test import TestCase
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import Curator
from quotesdb.vocabulary import Scope
from tests.factory import make_quote
from tests.observing.reading_the_log import lines, logged, of_requests


class NamedTests(TestCase):
    def named(self, **headers):
        return self.client.get("/api/v1/quotes/", headers=headers)["X-Request-ID"]

    def test_every_answer_has_a_name_of_its_own(self):
        self.assertNotEqual(self.named(), self.named())

    def test_a_name_that_was_given_comes_back(self):
        given = "3f2b8a52-6f0e-4c8e-9d3b-2f9f4a5f6f10"
        self.assertEqual(self.named(**{"x-request-id": given}), given)

    def test_a_name_that_could_break_a_line_or_be_a_key_does_not(self):
        for given in (
            "short",
            "a" * 65,
            'ab"cdefgh',
            "qdb_abcdefghijk",
            "with a space",
            "ünïcödé-",
        ):
            with self.subTest(given):
                self.assertNotEqual(self.named(**{"x-request-id": given}), given)

    def test_a_fault_of_our_own_says_its_name(self):
        self.client.raise_request_exception = False
        with logged() as stream, patch("api.views.refuse_unknown", side_effect=RuntimeError):
            answer = self.client.get("/api/v1/quotes/")
        problem = answer.json()
        self.assertEqual(problem["request_id"], answer["X-Request-ID"])
        [fault, request] = lines(stream)
        self.assertEqual(fault["request_id"], problem["request_id"])
        self.assertEqual(request["request_id"], problem["request_id"])
        self.assertIn("views.py", fault["error"])


class ToldTests(TestCase):
    def told(self, path, **headers):
        with logged() as stream:
            self.client.get(path, headers=headers)
        [line] = of_requests(stream)
        return line

    def test_which_and_how_and_how_long(self):
        quote = make_quote()
        line = self.told(f"/api/v1/quotes/{quote.pk}/")
        told = {name: line[name] for name in ("method", "route", "status", "database")}
        right = {"method": "GET", "route": "quotes-detail", "status": 200, "database": "primary"}
        self.assertEqual(told, right)
        self.assertGreater(line["milliseconds"], 0)
        self.assertEqual((line["curator"], line["key"]), (None, None))

    def test_whose_key_it_was(self):
        ada = Curator.objects.create_user("ada")
        in_a_year = timezone.now() + timezone.timedelta(days=365)
        key, secret = keys.make_key(ada, label="x", scope=Scope.READ, expires_at=in_a_year)
        line = self.told("/api/v1/quotes/", authorization=f"Bearer {secret}")
        self.assertEqual((line["curator"], line["key"]), (ada.pk, key.pk))

    def test_who_was_signed_in(self):
        ada = Curator.objects.create_superuser("ada")
        self.client.force_login(ada)
        self.assertEqual(self.told("/admin/")["curator"], ada.pk)

    def test_nobody_is_asked_for_who_it_is(self):
        make_quote()
        with logged(), self.assertNumQueries(1):
            self.client.get("/api/v1/quotes/")

    def test_what_no_view_answers_has_one_name(self):
        self.assertEqual(self.told("/static/nothing.css")["route"], "none")
        self.assertEqual(self.told("/api/v1/nothing/")["route"], "api.problems.not_found")
