from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api.asking import LISTS, Asking, make_a_reported_quote

EVERYTHING = {
    "articles": "id,relies_on,corrections,appearances",
    "quotes": "id,corrections,appearances",
    "corrections": "id,affects",
}


class QueryCountTests(Asking):
    @classmethod
    def setUpTestData(cls):
        make_a_reported_quote()

    def count(self, address, **params):
        with CaptureQueriesContext(connection) as queries:
            self.ask(address, page_size=200, **params)
        return len(queries)

    def test_a_list_costs_as_many_queries_with_a_hundred_rows_as_with_one(self):
        few = {name: self.count(f"{name}/") for name in LISTS}
        few |= {
            f"{name}, all": self.count(f"{name}/", fields=EVERYTHING[name]) for name in EVERYTHING
        }
        for number in range(1, 101):
            make_a_reported_quote(number)
        many = {name: self.count(f"{name}/") for name in LISTS}
        many |= {
            f"{name}, all": self.count(f"{name}/", fields=EVERYTHING[name]) for name in EVERYTHING
        }
        self.assertEqual(few, many)
        self.assertEqual(set(few.values()), {1})
