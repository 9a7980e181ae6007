from unittest import mock

from django.test import TestCase

from quotesdb import review, turns
from quotesdb.models import Appearance, Candidate, Quote, Speaker
from tests.admin.review.asking import DESK, accept, get, in_role, post, proposal
from tests.factory import make_appearance, make_article, make_quote, make_speaker
from tests.review.submitted import candidate, submit


class DecidingTests(TestCase):
    def setUp(self):
        self.article = submit().article
        self.ada = in_role("Curators", "ada")
        self.client.force_login(self.ada)
        self.candidate = candidate("We will open again")

    def test_what_would_be_recorded_is_told(self):
        told = proposal(self.client, self.candidate)
        record = told["record"]
        self.assertEqual(record["segments"], self.candidate.segments)
        self.assertEqual((record["form"], record["quote"]), ("direct", None))
        self.assertEqual(record["speaker"]["name"], "Grace Hill")
        self.assertEqual((told["matches"], told["outer"]), ([], None))

    def test_likeness_is_told_word_by_word(self):
        quote = make_quote("We will open again when the ice is gone.", speaker="Grace Hill")
        told = proposal(self.client, self.candidate)
        match = told["matches"][0]
        self.assertEqual((match["quote"], match["is_same"]), (quote.pk, True))
        self.assertIn({"op": "replaced", "from": "is", "to": "has"}, match["operations"])
        self.assertEqual(told["record"]["quote"], quote.pk)
        self.assertIn("1 quote", told["record"]["speaker"]["about"])

    def test_yes_records_it(self):
        answer = accept(self.client, self.candidate)
        self.assertEqual(answer.status_code, 200, answer.content)
        quote = Quote.objects.get()
        self.assertEqual(answer.json()["sentence"], f"Recorded as new quote {quote.pk}.")
        self.assertEqual(answer.json()["candidate"]["decision"], "accepted")

    def test_another_wording_of_a_held_quote(self):
        quote = make_quote("We will open again when the ice is gone.", speaker="Grace Hill")
        self.assertEqual(
            accept(self.client, self.candidate).json()["sentence"],
            f"Recorded as a wording of quote {quote.pk}.",
        )
        self.assertEqual(Appearance.objects.get().quote, quote)

    def test_what_is_corrected_is_recorded_as_corrected(self):
        start, end = self.candidate.segments[0]
        person = make_speaker("Ada Byron")
        chosen = {"number": person.pk, "name": "Ada Byron", "kind": "person"}
        hop = {"speaker": chosen, "relation": "said", "certainty": "inferred", "medium": "post"}
        answer = accept(
            self.client,
            self.candidate,
            segments=[[start, start + 7], [end - 4, end]],
            form="mixed",
            speaker=chosen,
            chain=[hop],
        )
        self.assertEqual(answer.json()["candidate"]["decision"], "corrected")
        appearance = Appearance.objects.get()
        self.assertEqual((appearance.form, appearance.quote.speaker), ("mixed", person))
        self.assertEqual(appearance.wording, "We will one,")
        self.assertEqual(appearance.chain.get().medium, "post")

    def test_what_was_recorded_is_told_afterwards(self):
        accept(self.client, self.candidate)
        record = proposal(self.client, self.candidate)["record"]
        mayor = Speaker.objects.get(kind="person")
        self.assertEqual(record["speaker"]["number"], mayor.pk)
        self.assertEqual(record["quote"], Quote.objects.get().pk)

    def test_no_with_a_reason_and_back(self):
        answer = post(
            self.client, f"{self.candidate.pk}/reject/", rejection="not_speech", version=1
        )
        self.assertEqual(answer.json()["sentence"], "Rejected: not speech.")
        answer = post(self.client, f"{self.candidate.pk}/undo/", version=2)
        self.assertEqual(answer.json()["candidate"]["decision"], "waiting")

    def test_what_the_reader_missed(self):
        record = {"segments": [[4, 11]], "form": "mixed", "speaker": None, "chain": []}
        answer = post(self.client, f"article/{self.article.pk}/add/", record=record)
        self.assertEqual(answer.status_code, 200, answer.content)
        self.assertEqual(answer.json()["candidate"]["reader"], "curator")

    def test_inside_accepted_words_it_is_nested(self):
        accept(self.client, self.candidate)
        start, end = self.candidate.segments[0]
        Candidate.objects.filter(pk=candidate("Nobody has").pk).update(
            segments=[[start + 3, end - 3]]
        )
        inner = Candidate.objects.exclude(pk=self.candidate.pk).get(segments=[[start + 3, end - 3]])
        told = proposal(self.client, inner)
        self.assertEqual(told["record"]["nested_in"], Appearance.objects.get().pk)
        self.assertTrue(told["outer"]["words"].startswith("We will open"))

    def test_other_words_are_looked_for_again(self):
        make_quote("The harbour of Eastmouth will close for the winter.")
        answer = post(self.client, f"article/{self.article.pk}/matches/", segments=[[0, 51]])
        self.assertTrue(answer.json()["matches"][0]["is_same"])

    def test_speakers_are_found_with_what_tells_them_apart(self):
        one = make_speaker("Grace Hill", description="A mayor.")
        make_speaker("Grace Hill", kind="organization", aliases=["Hill & Co"])
        make_appearance(make_quote(speaker=one), make_article(title="Ice"))
        found = get(self.client, "speakers/?q=grace+hill").json()["speakers"]
        self.assertEqual(len(found), 2)
        self.assertIn("A mayor. · 1 quote · last in “Ice”", found[0]["about"])
        self.assertEqual(found[1]["about"], "organization · also Hill & Co")

    def test_those_whom_the_article_names_are_found_without_a_term(self):
        accept(self.client, self.candidate)
        make_speaker("Somebody Else")
        found = get(self.client, f"speakers/?q=&article={self.article.pk}").json()["speakers"]
        self.assertEqual([it["name"] for it in found], ["Grace Hill", "Harbour Post"])
        for nonsense in ("", "x", "9" * 40):
            answer = get(self.client, f"speakers/?q=&article={nonsense}")
            self.assertEqual(answer.json()["speakers"], [])

    def test_a_quote_is_found_by_words_number_and_speaker(self):
        quote = make_quote("The ice is thick this year.", speaker=make_speaker("Ada Byron"))
        make_quote("Other words.")
        for term in ("thick this", str(quote.pk), "byron"):
            answer = post(
                self.client, f"article/{self.article.pk}/quotes/", term=term, segments=[[0, 5]]
            )
            self.assertEqual([it["quote"] for it in answer.json()["matches"]], [quote.pk], term)
        for term in ("", "9" * 40):
            answer = post(self.client, f"article/{self.article.pk}/quotes/", term=term)
            self.assertEqual(answer.json()["matches"], [], term)


class RefusedTests(TestCase):
    def setUp(self):
        self.article = submit().article
        self.ada, self.bob = in_role("Curators", "ada"), in_role("Curators", "bob")
        self.client.force_login(self.ada)
        self.candidate = candidate("We will open again")

    def test_whoever_comes_second_is_told_and_sees_what_stands(self):
        self.client.force_login(self.bob)
        accept(self.client, self.candidate)
        self.client.force_login(self.ada)
        answer = accept(self.client, self.candidate, version=1)
        self.assertEqual(answer.status_code, 409)
        self.assertIn("bob has decided about this already", answer.json()["sentence"])
        self.assertEqual(answer.json()["candidate"]["decided_by"], "bob")

    def test_whoever_has_the_article_is_named(self):
        review.take(self.article.pk, self.bob)
        answer = accept(self.client, self.candidate)
        self.assertEqual(answer.status_code, 409)
        self.assertIn("bob has this article until", answer.json()["sentence"])
        self.assertEqual(answer.json()["taking"]["by"], "bob")

    def test_all_that_stands_against_a_record_is_said(self):
        answer = accept(
            self.client, self.candidate, said_from="2024-01-02", said_until="2024-01-01"
        )
        self.assertEqual(answer.status_code, 409)
        self.assertIn("must not be later than its end", answer.json()["sentence"])
        self.assertFalse(Speaker.objects.exists())

    def test_a_busy_database_loses_nothing(self):
        with mock.patch.object(turns, "taken", side_effect=turns.Busy()):
            answer = accept(self.client, self.candidate)
        self.assertEqual(answer.status_code, 503)
        self.assertIn("Nothing was saved", answer.json()["sentence"])

    def test_what_is_gone_is_a_sentence(self):
        for answer in (
            get(self.client, f"{10**17}/"),
            post(self.client, f"{10**17}/undo/", version=1),
            post(self.client, f"article/{10**17}/take/"),
            post(self.client, f"article/{10**17}/matches/", segments=[]),
        ):
            self.assertIn(answer.status_code, (404, 409))
            self.assertIn("no longer there", answer.json()["sentence"])

    def test_nonsense_is_no_crash(self):
        start, end = self.candidate.segments[0]
        nonsense = [
            {"segments": "all"},
            {"segments": [[1]]},
            {"segments": [[-1, 5]]},
            {"segments": [[True, 5]]},
            {"segments": [[0, 10**30]]},
            {"form": "sung"},
            {"speaker": "Grace"},
            {"speaker": {"name": "G", "kind": "ghost"}},
            {"speaker": {"name": ["G"], "kind": "person"}},
            {"chain": [None]},
            {"chain": [{"relation": "said"}]},
            {"said_from": "yesterday"},
            {"quote": "12"},
            {"speaker": {"name": "a\0b", "kind": "person"}},
        ]
        for changes in nonsense:
            with self.subTest(changes):
                answer = accept(self.client, self.candidate, **changes)
                self.assertEqual(answer.status_code, 400, answer.content)
                self.assertTrue(answer.json()["sentence"])
        for changes in (
            {"segments": []},
            {"segments": [[end, start]]},
            {"segments": [[0, 2**31 - 1]]},
            {"quote": 2**62},
            {"nested_in": 2**62},
            {"speaker": {"number": 2**62, "kind": "person"}},
            {"speaker": {"name": " ", "kind": "person"}},
            {"speaker": {"name": "G" * 301, "kind": "person"}},
        ):
            with self.subTest(changes):
                answer = accept(self.client, self.candidate, **changes)
                self.assertEqual(answer.status_code, 409, answer.content)
        for body in ("", "[]", "{", "null", '"x"'):
            answer = self.client.post(
                f"{DESK}/{self.candidate.pk}/reject/", body, content_type="application/json"
            )
            self.assertEqual(answer.status_code, 400, body)
        self.assertFalse(Quote.objects.exists())
