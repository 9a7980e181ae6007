"""PostgreSQL keeps a plan only where it expects as much of any value; so days are kept from it."""

import json
from datetime import date, timedelta
from unittest import skipUnless

from django.db import connection
from django.test import TestCase

from quotesdb.models import Quote
from tests.factory import make_quote

FIRST = date(2020, 1, 1)
ENDS = (FIRST, FIRST + timedelta(days=39))


@skipUnless(connection.vendor == "postgresql", "SQLite plans without looking at any value.")
class OnePlanTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        for number in range(40):
            day = FIRST + timedelta(days=number)
            make_quote(said_from=day, said_until=day)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE quotesdb_quote")

    def expected(self, quotes):
        [plan] = json.loads(quotes.order_by().explain(format="json"))
        return plan["Plan"]["Plan Rows"]

    def test_as_many_are_expected_after_any_day(self):
        first, last = (self.expected(Quote.objects.said_on_or_after(day)) for day in ENDS)
        self.assertEqual(first, last)

    def test_as_many_are_expected_before_any_day(self):
        first, last = (self.expected(Quote.objects.said_on_or_before(day)) for day in ENDS)
        self.assertEqual(first, last)

    def test_as_many_are_expected_of_either_part_between_any_days(self):
        for after, before in (ENDS, (ENDS[0], ENDS[0]), (ENDS[1], ENDS[1])):
            parts = Quote.objects.by_when_said(after, before)
            told = [self.expected(part) for part in parts]
            self.assertEqual(told, [self.expected(it) for it in Quote.objects.by_when_said(*ENDS)])
