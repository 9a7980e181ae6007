import sqlite3

import psycopg
import pytest
from django.db import OperationalError, connection
from django.test import TransactionTestCase
from prometheus_client import REGISTRY

from quotesdb import turns
from tests.factory import make_speaker


def number(name, **labels):
    return REGISTRY.get_sample_value(name, labels) or 0


class CountedTests(TransactionTestCase):
    def test_an_act_once_it_is_committed_and_its_wait(self):
        acts = number("quotesdb_acts_total", door="admin")
        waits = number("quotesdb_writer_wait_seconds_count")
        make_speaker()
        self.assertEqual(number("quotesdb_acts_total", door="admin"), acts + 1)
        self.assertEqual(number("quotesdb_writer_wait_seconds_count"), waits + 1)

    def test_no_act_that_was_taken_back(self):
        acts = number("quotesdb_acts_total", door="admin")
        with pytest.raises(RuntimeError), turns.taken():
            make_speaker()
            raise RuntimeError
        self.assertEqual(number("quotesdb_acts_total", door="admin"), acts)

    def test_a_wait_in_vain(self):
        refused = number("quotesdb_writers_refused_total")
        with pytest.raises(turns.Busy), turns.noticing():
            raise OperationalError from self.in_vain()
        self.assertEqual(number("quotesdb_writers_refused_total"), refused + 1)

    def in_vain(self):
        if connection.vendor == "postgresql":
            return psycopg.errors.LockNotAvailable()
        error = sqlite3.OperationalError()
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        return error
