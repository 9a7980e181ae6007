from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from tests.api.asking import make_a_reported_quote
from tests.lookup.table import record_what_is_held

LOOKUP = "/api/v1/lookup/"


class LookupTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.quotes = record_what_is_held()

    def look_up(self, text, **told):
        answer = self.client.post(LOOKUP, {"text": text, **told}, content_type="application/json")
        self.assertEqual(answer.status_code, 200, answer.content)
        return answer.json()["results"]

    def test_a_match_tells_the_quote_as_lists_do(self):
        (found,) = self.look_up("the old town will stay dry this winter")
        (match,) = found["matches"]
        (row,) = self.client.get("/api/v1/quotes/?key=wall").json()["results"]
        self.assertEqual(match["quote"], row)
        self.assertEqual(match["quote"]["attribution_status"], "unverified")
        self.assertEqual(self.client.get(match["origins"]).status_code, 200)

    def test_the_operations_lead_from_the_wording_to_the_text(self):
        (found,) = self.look_up("The new sea wall must hold, and the old town will stay dry.")
        (match,) = found["matches"]
        differing = [step for step in match["operations"] if step["op"] != "kept"]
        self.assertEqual(
            [(step["op"], step["from"], step["to"]) for step in differing],
            [("replaced", "will", "must"), ("dropped", "this winter", "")],
        )
        self.assertEqual(match["class"], "edited")
        self.assertGreater(match["similarity"], 0.8)

    def test_the_nearest_wording_is_named_by_its_appearance(self):
        printed = self.quotes["ferry"].appearances.get()
        words = "Nobody asked the fishermen before the council gave away the northern ferry."
        (found,) = self.look_up(words)
        match = found["matches"][0]
        self.assertEqual((match["appearance"], match["wording"]), (printed.pk, words))

    def test_the_reference_wording_is_nobodys_appearance(self):
        (found,) = self.look_up(self.quotes["dues"].text)
        self.assertIsNone(found["matches"][0]["appearance"])

    def test_whom_the_text_names_is_told(self):
        (found,) = self.look_up("“The new sea wall will hold,” said Ms. Hill.")
        self.assertEqual(found["named"], {"name": "Hill", "kind": "person", "mention": "Ms. Hill"})

    def test_places_count_code_points_of_the_text_as_sent(self):
        text = "🛶🛶 \n“The new sea wall will hold,” said Hill, “and the old town will stay dry.”"
        (found,) = self.look_up(text)
        self.assertEqual(len(found["segments"]), 2)
        for segment in found["segments"]:
            self.assertEqual(text[segment["start"] : segment["end"]], segment["text"])
        self.assertEqual(found["start"], found["segments"][0]["start"])
        self.assertEqual(found["end"], found["segments"][1]["end"])

    def test_the_parts_of_spliced_words_name_their_quotes(self):
        text = "Nobody asked the fishermen before the council sold the old town will stay dry."
        (found,) = self.look_up(text)
        self.assertEqual(found["verdict"], "spliced")
        told = {part["quote"]: text[part["start"] : part["end"]] for part in found["parts"]}
        self.assertEqual(
            told,
            {
                self.quotes["ferry"].pk: "Nobody asked the fishermen before the council sold the",
                self.quotes["wall"].pk: "old town will stay dry",
            },
        )
        self.assertTrue(all(part["text"] in text for part in found["parts"]))

    def test_most_says_how_many_matches(self):
        (found,) = self.look_up("This harbour belongs to those who work in it.", most=1)
        self.assertEqual((found["verdict"], len(found["matches"])), ("ambiguous", 1))

    def test_fields_narrow_what_is_told_of_quotes(self):
        (found,) = self.look_up(self.quotes["wall"].text, fields="key,speaker.name")
        self.assertEqual(
            found["matches"][0]["quote"], {"key": "wall", "speaker": {"name": "Grace Hill"}}
        )

    def test_a_text_without_words_has_no_results(self):
        self.assertEqual(self.look_up("… !"), [])

    def test_what_is_past_the_limit_is_told_one_by_one(self):
        text = "\n\n".join(f"“Boat number {number} has left the harbour.”" for number in range(252))
        statuses = [found["status"] for found in self.look_up(text)]
        self.assertEqual(statuses, ["looked_up"] * 250 + ["not_looked_up"] * 2)

    def test_what_was_not_looked_up_has_no_verdict_and_says_why(self):
        found = self.look_up("“Rubbish,” Tom Arden said. “Count your boats twice.”")
        self.assertEqual([it["status"] for it in found], ["too_short", "looked_up"])
        self.assertIsNone(found[0]["verdict"])
        self.assertIn("Too few words", found[0]["sentence"])

    def test_any_text_costs_the_same_number_of_queries(self):
        one = "“The new sea wall will hold,” Grace Hill said."
        many = "\n\n".join(f"“{quote.text}” Tom Arden said." for quote in self.quotes.values())
        self.assertEqual(len(self.queries(one)), len(self.queries(many)))
        self.assertLessEqual(len(self.queries(one)), 9)

    def queries(self, text):
        with CaptureQueriesContext(connection) as queries:
            self.look_up(text)
        return [query["sql"] for query in queries.captured_queries]

    def test_a_merged_quote_is_not_found(self):
        quote, survivor = self.quotes["dues"], self.quotes["wall"]
        type(quote).objects.filter(pk=quote.pk).update(merged_into=survivor)
        (found,) = self.look_up(quote.text)
        self.assertEqual(found["verdict"], "not_found")

    def test_nothing_is_written(self):
        for query in self.queries("“The new sea wall will hold,” Grace Hill said."):
            self.assertTrue(query.lstrip().startswith(("SELECT", "WITH")), query)

    def test_the_sentences_judge_nobody(self):
        make_a_reported_quote()
        for text in (*(quote.text for quote in self.quotes.values()), "We are ready, number 7."):
            for found in self.look_up(f"“{text}” Ada Merrow said."):
                for word in ("fake", "false", "wrong", "error", "incorrect", "lie"):
                    self.assertNotIn(word, found["sentence"].lower().split())
