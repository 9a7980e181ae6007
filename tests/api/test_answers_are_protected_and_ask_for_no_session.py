from django.contrib.auth import SESSION_KEY
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from quotesdb.models import Curator
from tests.factory import make_quote

PROTECTION = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
ADDRESSES = (
    "/api/v1/quotes/",
    "/api/v1/quotes/9999/",
    "/api/nowhere/",
    "/api/docs/",
    "/",
    "/admin/login/",
)


class ProtectionTests(TestCase):
    def test_it_stands_on_every_answer(self):
        for address in ADDRESSES:
            answer = self.client.get(address)
            with self.subTest(address):
                found = {name: answer.get(name) for name in PROTECTION}
                self.assertEqual(found, PROTECTION)
                self.assertIn("default-src 'self'", answer["Content-Security-Policy"])
                self.assertIn("frame-ancestors 'none'", answer["Content-Security-Policy"])

    def test_it_stands_on_an_unchanged_answer(self):
        make_quote()
        tag = self.client.get("/api/v1/quotes/")["ETag"]
        answer = self.client.get("/api/v1/quotes/", headers={"if-none-match": tag})
        self.assertEqual(answer.status_code, 304)
        self.assertIn("default-src 'self'", answer["Content-Security-Policy"])

    def test_only_redoc_may_have_styles_in_its_page_and_only_those_that_are_known(self):
        for address in ("/api/v1/quotes/", "/api/docs/", "/admin/login/"):
            self.assertRegex(self.policy_of(address), r"style-src 'self'(;|$)")
        self.assertRegex(
            self.policy_of("/api/redoc/"), r"style-src 'self'( 'sha256-[^']+'){2}(;|$)"
        )
        self.assertRegex(self.policy_of("/api/v1/quotes/"), r"style-src 'self'(;|$)")

    def policy_of(self, address):
        return self.client.get(address)["Content-Security-Policy"]


class SessionTests(TestCase):
    def test_questions_to_the_api_look_at_no_session(self):
        self.client.force_login(Curator.objects.create_user("ada"))
        with CaptureQueriesContext(connection) as queries:
            answer = self.client.get("/api/v1/quotes/")
        self.assertFalse([it for it in queries if "session" in it["sql"]])
        self.assertNotIn("Cookie", answer.get("Vary", ""))
        self.assertFalse(answer.cookies)

    def test_the_desk_still_knows_who_is_there(self):
        curator = Curator.objects.create_superuser("ada", password="x")
        self.client.force_login(curator)
        self.assertEqual(self.client.get("/admin/").status_code, 200)
        self.assertIn(SESSION_KEY, self.client.session)

    def test_the_desks_forms_are_still_protected(self):
        strict = self.client_class(enforce_csrf_checks=True)
        self.assertEqual(strict.post("/admin/login/", {"username": "ada"}).status_code, 403)
