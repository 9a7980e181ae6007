from datetime import date, timedelta
from itertools import product
from unittest.mock import patch

from api import kept_pages
from api.kept_pages import PageSql, sql_of
from quotesdb.models import Quote
from tests.api.asking import Asking, question
from tests.factory import make_appearance, make_article, make_outlet, make_quote

START = date(2024, 1, 1)
WHEN = ((0, 0), (0, 9), (0, None), (None, 9), (None, None), (5, 5), (9, None), (None, 0), (3, 7))


def day(number):
    return None if number is None else START + timedelta(days=number)


class PagesTests(Asking):
    """Quotes said on all sorts of days, in two papers that print each on two days."""

    @classmethod
    def setUpTestData(cls):
        papers = [make_outlet("A"), make_outlet("B")]
        for number, (since, until) in enumerate(WHEN):
            quote = make_quote(
                f"Quote {number}.",
                key=f"q{number}",
                said_from=day(since),
                said_until=day(until),
                language="en" if number % 2 else "fr",
            )
            for paper in papers[: 1 + number % 2]:
                for later in (number, 12 - number):
                    article = make_article(outlet=paper, published_on=day(later))
                    make_appearance(quote, article)

    def walked(self, **params):
        """All quotes, page by page."""
        found, params = [], {"page_size": 2, **params}
        while params:
            page = self.ask("quotes/", **params)
            found += [row["key"] for row in page["results"]]
            params = question(page["next"]) if page["next"] else None
        return found

    def expected(self, outlet, after, before):
        rows = Quote.objects.order_by("-sort_date", "-pk")
        if outlet:
            printed = Quote.objects.filter(appearances__article__outlet__speaker__slug=outlet)
            rows = rows.filter(pk__in=printed)
        if after:
            rows = rows.said_on_or_after(after)
        if before:
            rows = rows.said_on_or_before(before)
        return list(rows.values_list("key", flat=True))

    def test_days_and_outlets_keep_what_they_kept_however_it_is_found(self):
        days = (None, 0, 4, 8, 11)
        for outlet, after, before in product((None, "a", "b"), days, days):
            given = {"outlet": outlet, "said_after": day(after), "said_before": day(before)}
            params = {name: f"{value}" for name, value in given.items() if value}
            with self.subTest(**params):
                found = self.walked(**params)
                self.assertEqual(found, self.expected(outlet, day(after), day(before)))
                counted = self.ask("quotes/", count="true", **params)["count"]
                self.assertEqual(counted, len(found))

    def test_days_of_publication_bind_one_printing_of_the_outlet(self):
        days = (None, 0, 3, 6, 8, 13)
        for outlet, after, before in product(("a", "b"), days, days):
            given = {"published_after": day(after), "published_before": day(before)}
            params = {name: f"{value}" for name, value in given.items() if value}
            bound = {"outlet__speaker__slug": outlet}
            bound |= {"published_on__gte": day(after)} if after is not None else {}
            bound |= {"published_on__lte": day(before)} if before is not None else {}
            printed = {f"appearances__article__{name}": value for name, value in bound.items()}
            keys = Quote.objects.filter(**printed).values_list("key", flat=True)
            with self.subTest(outlet=outlet, **params):
                self.assertEqual(set(self.walked(outlet=outlet, **params)), set(keys))

    def test_pages_read_backwards_are_the_same(self):
        params = {"outlet": "a", "said_after": f"{day(2)}", "page_size": 2}
        first = self.ask("quotes/", **params)
        second = self.ask("quotes/", **question(first["next"]))
        self.assertEqual(self.ask("quotes/", **question(second["previous"])), first)

    def test_pages_by_numbers_of_half_the_size_end(self):
        rows = Quote.objects.order_by("-appearance_count", "-pk")
        expected = list(rows.values_list("key", flat=True))
        first = self.ask("quotes/", ordering="-appearance_count", page_size=5)
        rest = self.ask("quotes/", **question(first["next"]))
        found = [row["key"] for page in (first, rest) for row in page["results"]]
        self.assertEqual(found, expected)

    def test_whoever_asks_with_other_values_is_answered_by_the_same_statement(self):
        with patch.object(kept_pages, "_kept", {}) as kept:
            for outlet, said in (("a", 4), ("b", 8), ("a", 11)):
                self.ask("quotes/", outlet=outlet, said_after=day(said), language="en")
            self.assertEqual(len(kept), 1)

    def test_what_is_alike_but_for_the_word_that_is_asked_stays_apart(self):
        self.assertNotEqual(self.walked(outlet="a", nested="true"), self.walked(outlet="a"))
        self.assertEqual(self.walked(outlet="a", nested="false"), self.walked(outlet="a"))


def test_values_come_where_their_stand_ins_were():
    written = []

    def write(values):
        written.append(values)
        day, name, number = values
        return PageSql("...", ["own", number, name, day, day], 1, (0,))

    first = sql_of("a test", [START, "x", 7], write)
    assert first.parameters == ["own", 7, "x", "2024-01-01", "2024-01-01"]
    second = sql_of("a test", [day(1), "own", 7], write)
    assert second.parameters == ["own", 7, "own", "2024-01-02", "2024-01-02"]
    assert len(written) == 1


def test_equal_values_are_kept_apart():
    pages = [
        sql_of("another", values, lambda given: PageSql("...", [*given[::-1]], 1, (0,)))
        for values in ([5, 5], [5, 6])
    ]
    assert [page.parameters for page in pages] == [[5, 5], [6, 5]]


def test_they_are_not_kept_without_end(monkeypatch):
    monkeypatch.setattr(kept_pages, "MOST", 3)
    monkeypatch.setattr(kept_pages, "_kept", {})
    for number in range(10):
        sql_of(number, [1], lambda given: PageSql("...", given, 1, (0,)))
    assert 0 < len(kept_pages._kept) <= 3
