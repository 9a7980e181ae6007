import json

from api.bodies import DEEPEST, MOST_BYTES
from quotesdb.models import Quote
from tests.api.writing.writer import Writing
from tests.factory import make_quote


class BodyTests(Writing):
    def refused(self, body, expect, says, **given):
        answer = self.send("POST", "quotes/", body, expect=expect, **given)
        self.assertEqual(answer["Content-Type"], "application/problem+json")
        self.assertIn(says, answer.json()["detail"])
        self.assertEqual(Quote.objects.count(), 0)

    def test_what_is_no_json(self):
        for body in (
            b"{",
            b"text=x",
            b'{"text": NaN}',
            b'{"text": "\xff"}',
            b'{"text": "\\ud800"}',
        ):
            with self.subTest(body):
                self.refused(body, 400, "The body is no JSON")

    def test_what_is_no_object(self):
        for body in (b"[]", b'"x"', b"7", b"null", b"true"):
            with self.subTest(body):
                self.refused(body, 400, "The body must be an object")

    def test_a_member_that_is_given_twice(self):
        self.refused(b'{"text": "a", "text": "b"}', 400, '"text" is given twice')

    def test_depths(self):
        deep = {"text": "x"}
        for _ in range(DEEPEST):
            deep = {"text": deep}
        self.refused(deep, 400, f"deeper than {DEEPEST} levels")
        self.refused(b'{"text":' * 5000 + b"1" + b"}" * 5000, 400, "")

    def test_lengths(self):
        body = json.dumps({"text": "x" * MOST_BYTES}).encode()
        self.refused(body, 413, "A body has at most 1,000,000 bytes.")

    def test_other_types(self):
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
            with self.subTest(kind):
                self.refused(b"text=x", 415, "Unsupported media type", content_type=kind)
        merge = "application/merge-patch+json"
        self.refused({"text": "x"}, 415, "Unsupported media type", content_type=merge)

    def test_nothing_at_all(self):
        answer = self.send("POST", "quotes/", None, expect=422)
        self.assertEqual(self.sentences(answer), {"/text": "text is missing."})

    def test_parameters_that_nobody_reads(self):
        answer = self.send("POST", "quotes/?wy=x", {"text": "x"}, expect=400)
        self.assertIn('Did you mean "why"?', answer.json()["detail"])
        self.send("POST", f"quotes/?why={'x' * 1001}", {"text": "x"}, expect=400)

    def test_no_record_is_put(self):
        quote = make_quote()
        answer = self.send("PUT", f"quotes/{quote.pk}/", {"text": "x"}, expect=405)
        self.assertEqual(answer["Allow"], "GET, HEAD, OPTIONS, PATCH, DELETE")
