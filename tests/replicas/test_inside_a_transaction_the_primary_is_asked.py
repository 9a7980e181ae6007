from django.core.cache.backends.db import DatabaseCache
from django.db import transaction
from django.test import TransactionTestCase

from quotesdb.models import Quote
from quotesdb.replicas import PRIMARY, Router, asking, chosen, connection


class ChoiceTests(TransactionTestCase):
    def test_outside_of_a_request_the_primary_is_asked(self):
        self.assertEqual(chosen(), PRIMARY)
        self.assertEqual(connection.alias, PRIMARY)

    def test_what_was_chosen_holds_until_its_end(self):
        with asking("replica-1"):
            self.assertEqual(Router().db_for_read(Quote), "replica-1")
        self.assertEqual(chosen(), PRIMARY)

    def test_whoever_writes_reads_what_he_has_written(self):
        with asking("replica-1"), transaction.atomic():
            self.assertEqual(Router().db_for_read(Quote), PRIMARY)
            self.assertEqual(connection.alias, PRIMARY)

    def test_a_cache_finds_what_it_was_given(self):
        table = DatabaseCache("cached", {}).cache_model_class
        with asking("replica-1"):
            self.assertEqual(Router().db_for_read(table), PRIMARY)

    def test_writing_is_always_of_the_primary(self):
        with asking("replica-1"):
            self.assertEqual(Router().db_for_write(None), PRIMARY)

    def test_only_the_primary_is_migrated(self):
        self.assertTrue(Router().allow_migrate(PRIMARY, "quotesdb"))
        self.assertFalse(Router().allow_migrate("replica-1", "quotesdb"))
