"""What is no question is refused with a sentence, and costs nothing."""

import json

from django.test import TestCase

LOOKUP = "/api/v1/lookup/"


class NonsenseTests(TestCase):
    def post(self, body, content_type="application/json", address=LOOKUP):
        return self.client.post(address, body, content_type=content_type)

    def refused(self, body, status=400, **how):
        with self.assertNumQueries(0):
            answer = self.post(body, **how)
        self.assertEqual(answer.status_code, status, answer.content)
        self.assertEqual(answer["Content-Type"], "application/problem+json")
        return answer.json()

    def test_a_text_over_the_limit(self):
        told = self.refused({"text": "a" * 64_001}, status=413)
        self.assertEqual(told["code"], "too_long")
        self.assertIn("64,000", told["detail"])

    def test_a_text_at_the_limit_is_read(self):
        self.assertEqual(self.post({"text": "🛶 sail " * 8_000}).status_code, 200)

    def test_a_body_without_an_end(self):
        self.assertEqual(self.refused(b" " * 1_000_001, status=413)["code"], "too_long")

    def test_a_body_that_is_no_json(self):
        for body in (b"{", b"text=a", b"\xff\xfe", b'{"text": NaN}', b"[" * 100_000):
            self.assertEqual(self.refused(body)["code"], "parse_error")

    def test_half_a_surrogate_pair(self):
        self.assertIn("surrogate", self.refused(b'{"text": "\\ud800"}')["detail"])

    def test_a_body_that_is_no_object(self):
        for body in ([], ["text"], "text", 5, None):
            self.assertIn("object", self.refused(json.dumps(body))["detail"])

    def test_no_text(self):
        self.assertEqual(self.refused({})["code"], "required")

    def test_a_text_that_is_none(self):
        for text in (5, True, None, ["a"], {"a": "b"}):
            self.assertEqual(self.refused({"text": text})["errors"][0]["parameter"], "text")

    def test_a_text_of_blanks(self):
        for text in ("", " \n\t", "\u2003"):
            self.assertIn("no words", self.refused({"text": text})["detail"])

    def test_a_nul_character(self):
        self.assertEqual(self.refused({"text": "a\x00b"})["code"], "nul_character")

    def test_an_unknown_member_is_named_with_the_nearest(self):
        self.assertIn('Did you mean "text"?', self.refused({"txet": "a"})["detail"])

    def test_an_unknown_parameter(self):
        told = self.refused({"text": "a"}, address=f"{LOOKUP}?most=3")
        self.assertEqual(told["code"], "unknown_parameter")

    def test_a_number_of_matches_that_is_none(self):
        for most in (0, 11, -1, 2.5, "3", True, None):
            self.assertIn("most", self.refused({"text": "a", "most": most})["detail"])

    def test_fields_that_there_are_not(self):
        self.assertIn('"text"', self.refused({"text": "a", "fields": "txt"})["detail"])
        self.refused({"text": "a", "fields": "appearances"})
        self.refused({"text": "a", "fields": ["text"]})

    def test_another_media_type(self):
        self.refused(b"a", status=415, content_type="text/plain")

    def test_another_method(self):
        answer = self.client.get(LOOKUP)
        self.assertEqual((answer.status_code, answer["Allow"]), (405, "POST, OPTIONS"))

    def test_a_forgotten_slash_keeps_the_body(self):
        answer = self.post({"text": "a"}, address="/api/v1/lookup")
        self.assertEqual((answer.status_code, answer["Location"]), (308, LOOKUP))

    def test_strange_texts_are_answered(self):
        for text in (
            "“" * 5_000,
            "“a " * 20_000,
            "a" * 64_000,
            "\u202e“x y z”\ufeff",
            "'" * 60_000,
        ):
            self.assertEqual(self.post({"text": text}).status_code, 200)
