"""Whom a name means is read together with the mark of the edition in which it does."""

from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from quotesdb import editions
from tests.api.asking import Asking, make_a_reported_quote

NAMED = ("quotes/?speaker=wire-0", "quotes/?outlet=paper-0")
NOBODY = "quotes/?speaker=nobody"
TOGETHER = "quotes/?speaker=wire-0&outlet=paper-0"


@contextmanager
def another_edition_after(number):
    """Let another edition begin as soon as so many queries were answered."""
    answered = []

    def moving(execute, sql, params, many, context):
        found = execute(sql, params, many, context)
        answered.append(sql)
        if len(answered) == number:
            editions.move(timezone.now())
        return found

    with connection.execute_wrapper(moving):
        yield


class NamesTests(Asking):
    @classmethod
    def setUpTestData(cls):
        make_a_reported_quote()

    def get(self, address, **headers):
        return self.client.get(f"/api/v1/{address}", headers=headers)

    def queries_of(self, address):
        self.get(address)
        with CaptureQueriesContext(connection) as queries:
            self.get(address)
        return len(queries)

    def test_it_costs_one_query_besides_the_rows(self):
        for address in NAMED:
            self.assertEqual(self.queries_of(address), 2, address)
        self.assertEqual(self.queries_of(NOBODY), 1)
        self.assertEqual(self.queries_of(TOGETHER), 3)

    def test_what_changes_after_the_name_was_looked_up_makes_the_answer_old(self):
        for address in (*NAMED, NOBODY, TOGETHER):
            with another_edition_after(1):
                tag = self.get(address)["ETag"]
            again = self.get(address, **{"if-none-match": tag})
            self.assertEqual(again.status_code, 200, address)

    def test_what_changes_with_the_last_query_does_so_too(self):
        for address in NAMED:
            with another_edition_after(2):
                tag = self.get(address)["ETag"]
            again = self.get(address, **{"if-none-match": tag})
            self.assertEqual(again.status_code, 200, address)
