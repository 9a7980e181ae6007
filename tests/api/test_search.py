"""What `q` finds, in what order, and with what marked: as a program outside asks for it."""

from datetime import date
from unittest import mock

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from api.paging import Page
from api.resources import ranking
from quotesdb.search import found
from tests.api.asking import Asking, question
from tests.factory import make_appearance, make_article, make_outlet, make_quote

Q = "quotes/"
# Half a surrogate pair cannot stand in an address.
TYPED = st.text(
    st.sampled_from("ab*- \"“”OR'():&|!\\<>谈") | st.characters(exclude_categories=["Cs"]),
    max_size=40,
)


class SearchTests(Asking):
    @classmethod
    def setUpTestData(cls):
        paper = make_outlet("The Harbour Post")
        article = make_article(key="a", outlet=paper, published_on=date(2024, 5, 1))
        cls.near = make_quote(
            "We want peace talks.", key="near", speaker="Grace Hill", language="en"
        )
        cls.far = make_quote(
            "Talks may go on, but peace is far away.",
            key="far",
            language="en",
            said_from=date(2024, 1, 1),
        )
        cls.printed = make_quote("Wir wollen verhandeln.", key="printed", language="de")
        cls.appearance = make_appearance(
            cls.printed, article, segments=["The 😀 talks", "bring peace"], language="en"
        )
        make_quote("Nothing of that.", key="other")

    def test_the_best_comes_first_unless_another_order_is_asked_for(self):
        self.assertEqual(self.names(Q, q="peace talks"), ["near", "printed", "far"])
        self.assertEqual(
            self.names(Q, q="peace talks", ordering="relevance"), ["near", "printed", "far"]
        )
        self.assertEqual(
            self.names(Q, q="peace talks", ordering="-sort_date"), ["printed", "far", "near"]
        )
        self.assertEqual(self.names(Q, q="peace talks", ordering="id"), ["near", "far", "printed"])

    def test_other_filters_hold_as_well(self):
        self.assertEqual(self.names(Q, q="talk", speaker="grace-hill"), ["near"])
        self.assertEqual(self.names(Q, q="talk", language="de"), ["printed"])
        self.assertEqual(self.names(Q, q="talk", outlet="the-harbour-post"), ["printed"])
        self.assertEqual(self.names(Q, q="talk", outlet="the-harbour-post", language="en"), [])
        self.assertEqual(self.names(Q, q="talk", said_after="2024-01-01"), ["far"])

    def test_facets_samples_and_counts_are_of_what_is_found(self):
        facets = self.ask("quotes/facets/", q="talks -verhandeln", group_by="speaker")
        self.assertEqual([group["quote_count"] for group in facets["results"]], [1, 1])
        outlets = self.ask("quotes/facets/", q="talks", group_by="outlet")
        self.assertEqual([group["quote_count"] for group in outlets["results"]], [1])
        sample = self.ask("quotes/sample/", q="talks", n=10)
        self.assertEqual(len(sample["results"]), 3)
        self.assertEqual(self.ask(Q, q="talks", count="true", page_size=1)["count"], 3)

    def test_highlights_are_places_in_the_wordings_that_were_found(self):
        (found,) = self.ask(Q, q='"the talks" OR verhandeln', highlight="true")["results"]
        reference = {
            "appearance": None,
            "text": "Wir wollen verhandeln.",
            "marks": [{"start": 11, "end": 21}],
        }
        self.assertEqual(found["highlights"], [reference])

    def test_highlights_count_code_points_and_go_with_fields(self):
        (found,) = self.ask(Q, q="bring", highlight="true", fields="key")["results"]
        (one,) = found.pop("highlights")
        self.assertEqual(found, {"key": "printed"})
        self.assertEqual(one["appearance"], self.appearance.pk)
        (mark,) = one["marks"]
        self.assertEqual(one["text"][mark["start"] : mark["end"]], "bring")

    def test_highlights_are_the_same_in_every_order_and_on_every_page(self):
        def marked(**params):
            answer = self.ask(Q, q="talks OR bring", highlight="true", **params)
            return {quote["key"]: quote["highlights"] for quote in answer["results"]}, answer

        best, _ = marked()
        self.assertGreater(len(best), 1)
        self.assertEqual(marked(ordering="id")[0], best)
        first, answer = marked(page_size=1)
        while answer["next"]:
            answer = self.client.get(answer["next"]).json()
            first |= {quote["key"]: quote["highlights"] for quote in answer["results"]}
        self.assertEqual(first, best)

    def test_no_highlights_unless_asked_for(self):
        self.assertNotIn("highlights", self.ask(Q, q="bring")["results"][0])
        self.assertNotIn("highlights", self.ask(Q, q="bring", highlight="false")["results"][0])

    def test_what_cannot_be_looked_for_is_a_400_with_a_sentence(self):
        for typed in ("-peace", "!!!", "pe*", "x" * 501, "and " * 31):
            problem = self.ask(Q, expect=400, q=typed)
            self.assertEqual(problem["code"], "not_searchable", typed)
            self.assertEqual(problem["errors"][0]["parameter"], "q")
            self.ask("quotes/facets/", expect=400, q=typed, group_by="speaker")
        self.ask(Q, expect=400, q="a\x00b")
        self.ask(Q, expect=400, q=" ")

    def test_what_only_a_search_has_is_refused_without_one(self):
        for params in ({"ordering": "relevance"}, {"highlight": "true"}):
            self.assertIn("q", self.ask(Q, expect=400, **params)["detail"])
        self.ask(Q, expect=400, q="peace", ordering="-relevance")
        self.ask(Q, expect=400, q="peace", highlight="yes")
        self.ask("quotes/facets/", expect=400, q="peace", group_by="speaker", highlight="true")

    def test_the_same_number_of_queries_however_many_are_found(self):
        for typed in ("verhandeln", "talks"):
            with self.assertNumQueries(4):
                self.ask(Q, q=typed, highlight="true")
        with self.assertNumQueries(5):
            self.ask(Q, q="talks", highlight="true", ordering="id")


class PagingTests(Asking):
    @classmethod
    def setUpTestData(cls):
        for number in range(9):
            make_quote("peace " + "and " * (number % 3) + "talks", key=f"q{number}")

    def setUp(self):
        self.patch(4)

    def patch(self, ranked):
        self.enterContext(mock.patch.object(found, "RANKED", ranked))
        self.enterContext(mock.patch.object(ranking, "RANKED", ranked))

    def pages(self, **params):
        page = self.ask(Q, **params)
        yield page
        while page["next"]:
            page = self.ask(Q, **question(page["next"]))
            yield page

    def keys(self, page):
        return [row["key"] for row in page["results"]]

    # The newest four by how near the words stand, then the others, the newest first.
    ORDER = ["q6", "q7", "q8", "q5", "q4", "q3", "q2", "q1", "q0"]

    def test_the_newest_are_ranked_and_the_others_follow(self):
        self.assertEqual(self.names(Q, q="peace talks"), self.ORDER)

    def test_pages_of_any_size_hold_all_and_lead_back(self):
        for size in range(1, 10):
            pages = list(self.pages(q="peace talks", page_size=size))
            self.assertEqual([key for page in pages for key in self.keys(page)], self.ORDER)
            for before, page in zip(pages, pages[1:], strict=False):
                back = self.ask(Q, **question(page["previous"]))
                self.assertEqual(self.keys(back), self.keys(before), size)
            self.assertIsNone(pages[0]["previous"])

    def test_where_all_are_ranked(self):
        self.patch(100)
        pages = list(self.pages(q="peace talks", page_size=4))
        expected = ["q6", "q3", "q0", "q7", "q4", "q1", "q8", "q5", "q2"]
        self.assertEqual([key for page in pages for key in self.keys(page)], expected)

    def test_what_is_recorded_meanwhile_moves_nothing_across(self):
        first = self.ask(Q, q="peace talks", page_size=3)
        make_quote("peace talks", key="new")
        keys = self.keys(first)
        for page in self.pages(**question(first["next"])):
            keys += self.keys(page)
        self.assertEqual(keys, self.ORDER)

    def test_other_filters_are_applied_before_the_newest_are_chosen(self):
        self.assertEqual(self.names(Q, q="peace talks", key="q0"), ["q0"])

    def test_very_many_hits_are_the_same_hits(self):
        self.enterContext(mock.patch.object(found, "VERY_MANY", 5))
        self.assertEqual(self.names(Q, q="peace talks"), self.ORDER)
        self.assertEqual(self.names(Q, q="peace talks", key="q0"), ["q0"])
        newest = [f"q{number}" for number in reversed(range(9))]
        self.assertEqual(self.names(Q, q="peace talks", ordering="-id"), newest)
        years = self.ask("quotes/facets/", q="peace talks", group_by="year")["results"]
        self.assertEqual([group["quote_count"] for group in years], [9])

    def test_a_cursor_that_is_no_cursor(self):
        for value in ("x", "1", "1:2:3", "-1:5", f"{2**63}:1", "1:-2", "a:b"):
            cursor = ranking_cursor(value)
            self.ask(Q, expect=400, q="peace", cursor=cursor)

    def test_a_cursor_of_a_ranking_without_words(self):
        self.ask(Q, expect=400, cursor=ranking_cursor("0:5"))


def ranking_cursor(value):
    return Page(ranking.RELEVANCE, descending=False, size=1).cursor("next", (value, 1))


class WhateverIsTypedTests(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(TYPED)
    def test_is_answered_or_refused(self, typed):
        params = {"q": typed, "highlight": "true"}
        answer = self.client.get("/api/v1/quotes/", params)
        self.assertIn(answer.status_code, (200, 400), typed)
