import base64
from datetime import date

import orjson

from quotesdb import curation
from quotesdb.models import Quote
from tests.api.asking import Asking, question
from tests.factory import make_quote


class PagingTests(Asking):
    @classmethod
    def setUpTestData(cls):
        for number in range(9):
            # Every third day is unknown: many rows share a date.
            day = date(2024, 1, 1 + number // 3) if number % 3 else None
            make_quote(f"Words number {number}", key=f"q{number}", said_from=day, said_until=day)

    def walk(self, way="next", **params):
        """All pages from the first, or back from the last."""
        pages, page = [], self.ask("quotes/", **params)
        while page:
            pages.append([row["key"] for row in page["results"]])
            page = page[way] and self.ask("quotes/", **question(page[way]))
        return pages

    def whole(self, **params):
        return self.names("quotes/", page_size=200, **params)

    def test_the_pages_together_are_the_list(self):
        for ordering in ("sort_date", "-sort_date", "id", "-id"):
            for size in (1, 2, 4, 9, 10):
                pages = self.walk(page_size=size, ordering=ordering)
                self.assertEqual(sum(pages, []), self.whole(ordering=ordering))
                self.assertTrue(all(len(page) == size for page in pages[:-1]))

    def test_the_way_back_meets_the_same_pages(self):
        last = self.ask("quotes/", page_size=4)
        while last["next"]:
            last = self.ask("quotes/", **question(last["next"]))
        back = self.ask("quotes/", **question(last["previous"]))
        first = self.ask("quotes/", **question(back["previous"]))
        self.assertIsNone(first["previous"])
        rows = [row["key"] for page in (first, back, last) for row in page["results"]]
        self.assertEqual(rows, self.whole())

    def test_a_filter_stays_in_the_links(self):
        page = self.ask("quotes/", page_size=2, said_after="2024-01-01")
        self.assertEqual(question(page["next"])["said_after"], "2024-01-01")
        pages = self.walk(page_size=2, said_after="2024-01-01")
        self.assertEqual(sum(pages, []), self.whole(said_after="2024-01-01"))

    def test_a_row_that_goes_meanwhile_makes_no_other_appear_twice_or_never(self):
        page = self.ask("quotes/", page_size=3, ordering="id")
        curation.discard([Quote.objects.get(key="q1")], by=None)
        rest = self.ask("quotes/", **question(page["next"]) | {"page_size": 200})
        self.assertEqual([row["key"] for row in rest["results"]], [f"q{n}" for n in range(3, 9)])

    def test_it_counts_only_when_asked(self):
        self.assertNotIn("count", self.ask("quotes/"))
        self.assertEqual(self.ask("quotes/", count="true", page_size=1)["count"], 9)
        self.assertEqual(self.ask("quotes/", count="true", key="q1")["count"], 1)

    def test_an_empty_list_has_no_pages_around_it(self):
        empty = {"next": None, "previous": None, "results": []}
        self.assertEqual(self.ask("quotes/", key="none-such"), empty)

    def test_a_page_holds_at_most_two_hundred(self):
        for size in ("0", "201", "-1", "many", "1e2", "9" * 40):
            self.assertIn("1 to 200", self.ask("quotes/", expect=400, page_size=size)["detail"])

    def test_a_cursor_that_is_not_ours_is_refused(self):
        forged = [
            b"[]",
            b"null",
            b'["next","-sort_date","2024-99-99",1]',
            b'["next","-sort_date",[1],1]',
            b'["next","-sort_date","2024-01-01",99999999999999999999]',
            b'["up","-sort_date","2024-01-01",1]',
            b'["next","id",1e400,1]',
            b"\xff\xfe",
        ]
        for raw in forged:
            cursor = base64.urlsafe_b64encode(raw).decode().rstrip("=")
            self.assertIn("cursor", self.ask("quotes/", expect=400, cursor=cursor)["detail"])
        for cursor in ("x", "%%%", "é", "AAAAA"):
            self.ask("quotes/", expect=400, cursor=cursor)

    def test_a_cursor_belongs_to_its_ordering(self):
        cursor = question(self.ask("quotes/", page_size=2)["next"])["cursor"]
        detail = self.ask("quotes/", expect=400, cursor=cursor, ordering="id")["detail"]
        self.assertIn("-sort_date", detail)

    def test_an_unknown_ordering_is_refused_and_the_nearest_named(self):
        detail = self.ask("quotes/", expect=400, ordering="-sortdate")["detail"]
        self.assertIn('Did you mean "sort_date"?', detail)

    def test_a_cursor_says_where_it_stands(self):
        cursor = question(self.ask("quotes/", page_size=2)["next"])["cursor"]
        opened = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        self.assertEqual(opened[:2], ["next", "-sort_date"])
