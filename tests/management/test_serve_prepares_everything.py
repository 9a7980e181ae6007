"""What `serve` does before there is a server; `.ci/run` starts the real one."""

import socket
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from quotesdb.management.port import HOST
from quotesdb.models import Curator, Quote

COMMAND = "quotesdb.management.commands.serve"


def a_free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return str(probe.getsockname()[1])


@pytest.fixture(autouse=True)
def nothing_left_behind(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"


class ServeTests(TestCase):
    def serve(self, port=None):
        said = StringIO()
        with (
            patch(f"{COMMAND}.serve_until_told", return_value=0) as server,
            patch(f"{COMMAND}.connections.close_all"),
            pytest.raises(SystemExit),
        ):
            call_command("serve", port=port or a_free_port(), stdout=said)
        self.assertEqual(server.call_count, 1)
        return said.getvalue()

    def test_the_first_run_brings_the_seeds_in(self):
        said = self.serve()
        self.assertRegex(said, rf"Seeds +brought in: {Quote.objects.count()} quotes")
        self.assertGreater(Quote.objects.count(), 0)

    def test_the_first_run_shows_a_password_that_works(self):
        password = self.serve().split("password")[1].split()[0]
        self.assertTrue(self.client.login(username="curator", password=password))

    def test_the_second_run_shows_no_password_and_says_that_all_is_there(self):
        self.serve()
        said = self.serve()
        self.assertNotIn("password", said)
        self.assertEqual(said.count("up to date"), 3)

    def test_it_names_the_addresses_worth_opening(self):
        port = a_free_port()
        said = self.serve(port)
        for path in ("/", "/api/docs/", "/admin/"):
            self.assertIn(f"http://127.0.0.1:{port}{path} ", said)

    def test_a_port_in_use_is_refused_before_anything_is_written(self):
        with (
            socket.create_server((HOST, 0)) as other,
            pytest.raises(CommandError, match="is in use"),
        ):
            call_command("serve", port=str(other.getsockname()[1]))
        self.assertFalse(Curator.objects.exists())
