from unittest.mock import patch

from django.test import Client, TestCase

ADDRESSES = {
    "/api/v1/quotes/?nonsense=1": 400,
    "/api/v1/quotes/7/": 404,
    "/api/v1/speakers/nobody/": 404,
    "/api/v1/nothing/": 404,
    "/api/nothing": 404,
    "/api/v1/quotes/" + "9" * 30 + "/": 404,
    "/api/v1/quotes/1%00/": 404,
}


class ProblemTests(TestCase):
    """Every error below /api/ is RFC 9457: the same members, the same media type."""

    def check(self, answer, status):
        self.assertEqual(answer.status_code, status, answer.content)
        self.assertEqual(answer["Content-Type"], "application/problem+json")
        problem = answer.json()
        self.assertEqual(problem["status"], status)
        members = {"type", "title", "status", "detail", "code", "instance"}
        self.assertEqual(members - problem.keys(), set())
        self.assertEqual(problem["instance"], answer.wsgi_request.path)
        return problem

    def test_what_is_not_found_or_not_understood(self):
        for address, status in ADDRESSES.items():
            with self.subTest(address):
                self.check(self.client.get(address), status)

    def test_a_method_that_is_not_offered(self):
        self.check(self.client.put("/api/v1/quotes/"), 405)
        self.check(self.client.post("/api/v1/quotes/1/"), 405)

    def test_an_address_that_is_not_there_asks_for_no_token(self):
        client = Client(enforce_csrf_checks=True)
        for method in ("POST", "PATCH", "DELETE"):
            self.check(client.generic(method, "/api/v1/quotes/x/"), 404)

    def test_whoever_forgets_the_slash_at_the_end_is_led_on_with_the_body(self):
        for method in ("POST", "PATCH", "DELETE"):
            answer = self.client.generic(method, "/api/v1/quotes/1")
            self.assertEqual((answer.status_code, answer["Location"]), (308, "/api/v1/quotes/1/"))

    def test_a_media_type_that_is_not_offered(self):
        self.check(self.client.get("/api/v1/quotes/", headers={"accept": "text/csv"}), 406)

    def test_a_fault_of_our_own(self):
        self.client.raise_request_exception = False
        with patch("api.views.refuse_unknown", side_effect=RuntimeError("secret")):
            problem = self.check(self.client.get("/api/v1/quotes/"), 500)
        self.assertNotIn("secret", str(problem))
