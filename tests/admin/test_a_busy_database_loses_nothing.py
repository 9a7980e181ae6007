"""Somebody else writes for too long while a curator saves."""

import sqlite3
from unittest import mock

import psycopg
from django.db import OperationalError, connection
from django.test import TestCase

from quotesdb import turns
from tests import factory
from tests.admin import desk


def waited_in_vain():
    """What the database says then; to wait for it really, another process must write."""
    error = OperationalError("busy")
    if connection.vendor == "sqlite":
        error.__cause__ = sqlite3.OperationalError("database is locked")
        error.__cause__.sqlite_errorcode = sqlite3.SQLITE_BUSY
    else:
        error.__cause__ = psycopg.errors.LockNotAvailable()
    return error


class BusyTests(TestCase):
    def setUp(self):
        self.client.force_login(desk.make_curator())
        self.quote = factory.make_quote()

    def test_the_curator_is_told_and_sent_back_to_what_was_typed(self):
        with mock.patch.object(turns, "_wait", side_effect=waited_in_vain()):
            response = desk.send(self.client, desk.url(self.quote), text="Other words.")
        self.assertContains(response, "Nothing was saved", status_code=503)
        self.assertContains(response, "what you typed is still there", status_code=503)
        self.quote.refresh_from_db()
        self.assertNotEqual(self.quote.text, "Other words.")

    def test_no_other_fault_of_the_database_passes_for_it(self):
        fault = OperationalError("disk full")
        with (
            mock.patch.object(turns, "_wait", side_effect=fault),
            self.assertRaisesMessage(OperationalError, "disk full"),
        ):
            desk.send(self.client, desk.url(self.quote), text="Other words.")
