from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase as PropertyTestCase

from tests.api.asking import Asking
from tests.factory import make_outlet, make_quote, make_speaker


class AutocompleteTests(Asking):
    @classmethod
    def setUpTestData(cls):
        cls.peskov = make_speaker("Dmitry Peskov", description="Kremlin spokesman")
        make_quote("They are ready.", speaker=cls.peskov, said_from="2023-12-01")
        make_outlet("The Pesk Post", aliases=["Pesk"])

    def slugs(self, **params):
        return [one["slug"] for one in self.ask("autocomplete/", **params)["results"]]

    def test_all_that_a_field_needs_to_propose_somebody(self):
        self.assertEqual(
            self.ask("autocomplete/", q="dmitri peskof"),
            {
                "results": [
                    {
                        "type": "speaker",
                        "slug": "dmitry-peskov",
                        "name": "Dmitry Peskov",
                        "kind": "person",
                        "matched": "Dmitry Peskov",
                        "marks": [{"start": 0, "end": 6}, {"start": 7, "end": 13}],
                        "description": "Kremlin spokesman",
                        "told_apart": "person; Kremlin spokesman; quoted once 2023",
                        "url": "http://testserver/api/v1/speakers/dmitry-peskov/",
                    }
                ]
            },
        )

    def test_an_outlet_leads_to_the_outlet(self):
        one = self.ask("autocomplete/", q="pesk p")["results"][0]
        self.assertEqual(one["type"], "outlet")
        self.assertEqual(self.client.get(one["url"]).json()["slug"], "the-pesk-post")

    def test_of_a_kind(self):
        self.assertEqual(self.slugs(q="pes"), ["the-pesk-post", "dmitry-peskov"])
        self.assertEqual(self.slugs(q="pes", kind="outlet"), ["the-pesk-post"])
        self.assertEqual(self.slugs(q="pes", kind="speaker"), ["dmitry-peskov"])
        self.assertEqual(self.slugs(q="pes", kind="person"), ["dmitry-peskov"])
        self.assertEqual(self.slugs(q="pes", kind="group"), [])

    def test_as_many_as_wanted(self):
        self.assertEqual(len(self.slugs(q="p", n=1)), 1)

    def test_when_nothing_is_typed_those_who_are_quoted_most(self):
        self.assertEqual(self.slugs(), ["dmitry-peskov", "the-pesk-post"])
        self.assertEqual(self.slugs(kind="outlet"), ["the-pesk-post"])

    def test_nonsense_is_refused_with_what_is_known(self):
        for params, detail in (
            ({"qq": "x"}, 'Unknown parameter "qq". Did you mean "q"?'),
            ({"q": ""}, '"q" has no value; give it one or leave it out.'),
            ({"q": "x" * 101}, "q: At most 100 characters."),
            ({"kind": "persn"}, 'kind: "persn" is no kind. Did you mean "person"?'),
            ({"n": "51"}, "n: Must be a whole number from 1 to 50."),
        ):
            self.assertEqual(self.ask("autocomplete/", 400, **params)["detail"], detail)


class AnythingTypedTests(PropertyTestCase):
    @classmethod
    def setUpTestData(cls):
        make_speaker("Dmitry Peskov")

    @settings(max_examples=100, deadline=None)
    @given(some.text(some.characters(exclude_categories=["Cs"]), max_size=110))
    def test_is_answered_or_refused(self, typed):
        for address in ("autocomplete/", "speakers/", "outlets/"):
            answer = self.client.get(f"/api/v1/{address}", {"q": typed})
            self.assertIn(answer.status_code, (200, 400), answer.content)
