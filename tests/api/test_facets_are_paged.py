import base64

import orjson
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.resources.facets import GROUPINGS
from tests.api.asking import Asking, make_a_reported_quote, question
from tests.factory import make_quote, make_speaker

ADDRESS = "quotes/facets/"


class FacetPagingTests(Asking):
    @classmethod
    def setUpTestData(cls):
        make_quote("Nobody knows who said it.")
        for number in range(7):
            speaker = make_speaker(f"Speaker {number}")
            # Many groups are of the same size.
            for again in range(1 + number // 3):
                make_quote(f"Words {number} of {again}", speaker=speaker)

    def walk(self, way="next", **params):
        page = self.ask(ADDRESS, **{"group_by": "speaker", **params})
        pages = [page]
        while page[way]:
            page = self.ask(ADDRESS, **question(page[way]))
            pages.append(page)
        return pages

    def rows(self, pages):
        return [row for page in pages for row in page["results"]]

    def test_the_largest_come_first_and_of_those_alike_the_one_recorded_last(self):
        rows = self.rows(self.walk())
        told = [(row["speaker"] and row["speaker"]["slug"], row["quote_count"]) for row in rows]
        expected = [
            ("speaker-6", 3),
            ("speaker-5", 2),
            ("speaker-4", 2),
            ("speaker-3", 2),
            ("speaker-2", 1),
            ("speaker-1", 1),
            ("speaker-0", 1),
            (None, 1),
        ]
        self.assertEqual(told, expected)

    def test_the_pages_together_are_all_groups(self):
        whole = self.rows(self.walk())
        for size in (1, 2, 3, 7, 8, 9):
            pages = self.walk(page_size=size)
            self.assertEqual(self.rows(pages), whole)
            self.assertTrue(all(len(page["results"]) == size for page in pages[:-1]))

    def test_whatever_it_counts_by_the_pages_together_are_all_groups(self):
        for number in range(3):
            make_a_reported_quote(number)
        for group_by in GROUPINGS:
            whole = self.rows(self.walk(group_by=group_by))
            self.assertEqual(self.rows(self.walk(group_by=group_by, page_size=1)), whole)

    def test_the_way_back_meets_the_same_pages(self):
        there = self.walk(page_size=3)
        self.assertIsNone(there[0]["previous"])
        page, back = there[-1], [there[-1]]
        while page["previous"]:
            page = self.ask(ADDRESS, **question(page["previous"]))
            back.insert(0, page)
        self.assertEqual(self.rows(back), self.rows(there))
        self.assertIsNone(page["previous"])

    def test_a_filter_stays_in_the_links(self):
        page = self.ask(ADDRESS, group_by="speaker", page_size=1, q="words")
        self.assertEqual(question(page["next"])["q"], "words")
        self.assertEqual(len(self.rows(self.walk(page_size=1, q="words"))), 7)

    def test_groups_are_counted_only_when_asked_and_on_every_page_alike(self):
        self.assertNotIn("group_count", self.ask(ADDRESS, group_by="speaker"))
        pages = self.walk(page_size=3, count="true")
        self.assertEqual([page["group_count"] for page in pages], [8, 8, 8])

    def test_a_cursor_belongs_to_what_it_counts_by(self):
        page = self.ask(ADDRESS, group_by="speaker", page_size=1)
        cursor = question(page["next"])["cursor"]
        problem = self.ask(ADDRESS, expect=400, group_by="year", cursor=cursor)
        self.assertIn("group_by=speaker", problem["detail"])

    def test_a_cursor_of_a_list_is_refused(self):
        cursor = question(self.ask("quotes/", page_size=1)["next"])["cursor"]
        self.ask(ADDRESS, expect=400, group_by="speaker", cursor=cursor)

    def test_a_cursor_beyond_all_numbers_does_no_harm(self):
        for group_by in GROUPINGS:
            for place in ([2**64 - 1, 1], [1, 2**63 - 1], [-(2**62), 1 - 2**63]):
                raw = orjson.dumps(["next", f"-{group_by}", *place])
                cursor = base64.urlsafe_b64encode(raw).decode().rstrip("=")
                self.ask(ADDRESS, group_by=group_by, cursor=cursor)

    def test_a_page_holds_at_most_two_hundred(self):
        problem = self.ask(ADDRESS, expect=400, group_by="year", page_size=201)
        self.assertIn("1 to 200", problem["detail"])


class FacetCostTests(Asking):
    def cost(self, **params):
        with CaptureQueriesContext(connection) as queries:
            self.ask(ADDRESS, **params)
        return len(queries)

    def test_it_costs_one_query_one_for_the_edition_one_for_names_and_one_for_counting(self):
        make_a_reported_quote()
        self.check()
        for number in range(1, 31):
            make_a_reported_quote(number)
        self.check()

    def check(self):
        names = {"speaker": 1, "outlet": 1, "year": 0, "status": 0, "form": 0, "origins": 0}
        for group_by, more in names.items():
            self.assertEqual(self.cost(group_by=group_by), 2 + more, group_by)
            self.assertEqual(self.cost(group_by=group_by, count="true"), 3 + more, group_by)
