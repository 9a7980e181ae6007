"""Somebody else writes between the reading of a record and its writing."""

from dataclasses import replace
from unittest import mock

from django.db import IntegrityError
from django.test import TestCase

from quotesdb import acts
from quotesdb.ingest import Overtaken, writing
from quotesdb.models import Brought, Quote
from tests.ingest.brought import QUOTE, bring, bring_with, told


class OvertakenTests(TestCase):
    def setUp(self):
        bring()

    def meddling(self, times):
        """A curator who changes the quote whenever an import is about to write it."""
        left = iter(range(times))
        keep = writing._refuse_if_overtaken

        def meddle(row):
            if isinstance(row, Quote) and next(left, None) is not None:
                held = Quote.objects.get()
                held.occasion += "!"
                acts.keep(held)
            keep(row)

        return mock.patch.object(writing, "_refuse_if_overtaken", meddle)

    def test_the_import_decides_again_over_what_is_there(self):
        with self.meddling(times=1):
            bring_with(replace(QUOTE, text="New."))
        self.assertEqual(Quote.objects.get().text, "New.")

    def test_it_gives_up_the_second_time_and_nothing_is_saved(self):
        before = list(Brought.objects.order_by("pk").values())
        with self.meddling(times=2), self.assertRaises(Overtaken):
            bring_with(replace(QUOTE, text="New."))
        self.assertEqual(Quote.objects.get().text, QUOTE.text)
        self.assertEqual(list(Brought.objects.order_by("pk").values()), before)

    def clashing(self, times):
        left = iter(range(times))
        keep = acts.keep

        def clash(*args, **options):
            if next(left, None) is not None:
                raise IntegrityError
            return keep(*args, **options)

        return mock.patch.object(acts, "keep", clash)

    def test_after_a_clash_it_starts_again(self):
        with self.clashing(times=1):
            report = bring_with(replace(QUOTE, text="New."))
        self.assertEqual((report.counts["quote", "changed"], told(report.conflicts)), (1, []))

    def test_after_a_second_clash_it_gives_up(self):
        with self.clashing(times=2), self.assertRaises(Overtaken):
            bring_with(replace(QUOTE, text="New."))
