"""Secrets and texts go in by all doors, also by those that break, and the log has none of them."""

import json
from unittest.mock import patch

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client, TestCase
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import Curator
from quotesdb.vocabulary import Scope
from tests.observing.reading_the_log import logged

SECRET = "qdb_hushhushhush"
TEXT = "The minister said: “Nobody shall ever read hushhushhush in a log.”"
PASSWORD = "hushhushhush is a password"
TOLD = "hushhush"
"""What all of them have in common."""


def a_file():
    return SimpleUploadedFile(f"{TOLD}.html", f"<html><p>{TEXT}".encode())


class Breaking:
    """Something that fails and says what it was given, as databases and parsers do."""

    def __init__(self, kind):
        self.kind = kind

    def __call__(self, *given, **named):
        try:
            raise ValueError(f"cannot read {SECRET}")
        except ValueError as cause:
            raise self.kind(f"DETAIL: Key (text)=({TEXT}) of {given} {named}") from cause


class LogTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.ada = Curator.objects.create_superuser("ada", password=PASSWORD)
        in_a_year = timezone.now() + timezone.timedelta(days=365)
        _, cls.key = keys.make_key(cls.ada, label=TEXT, scope=Scope.READ, expires_at=in_a_year)

    def setUp(self):
        self.client.raise_request_exception = False

    def in_by_all_doors(self):
        self.ask_the_api()
        self.look_up()
        self.come_to_the_desk()
        self.break_things()

    def ask_the_api(self):
        for path in ("quotes/", "speakers/", "autocomplete/", "quotes/facets/", "nothing/"):
            for name in ("q", "speaker", "cursor", "fields", TEXT):
                self.client.get(f"/api/v1/{path}", {name: TEXT})
        for path in (f"quotes/{TEXT}/", f"speakers/{TOLD}/", f"outlets/{SECRET}/", TOLD):
            self.client.get(f"/api/v1/{path}")
        for secret in (SECRET, self.key):
            headers = {"authorization": f"Bearer {secret}", "x-request-id": secret}
            self.client.get("/api/v1/quotes/", headers=headers)
        self.client.get("/api/v1/quotes/", headers={"host": f"{TOLD}.example"})
        self.client.get("/metrics", headers={"authorization": f"Bearer {SECRET}"})
        self.client.generic(TOLD.upper(), "/api/v1/quotes/")

    def look_up(self):
        for body in (json.dumps({"text": TEXT}), json.dumps({TEXT: TEXT}), f"{{{TEXT}", "[]"):
            headers = {"authorization": f"Bearer {self.key}"}
            self.client.post("/api/v1/lookup/", body, "application/json", headers=headers)

    def come_to_the_desk(self):
        typed = {"username": TOLD, "password": PASSWORD}
        self.client.post("/admin/login/", typed)
        Client(enforce_csrf_checks=True).post("/admin/login/", typed)
        self.client.cookies["sessionid"] = SECRET
        self.client.get("/admin/")
        self.client.force_login(self.ada)
        for given in ({"text": TEXT}, {"url": f"http://{TOLD}.invalid/"}, {"file": a_file()}):
            self.client.post("/admin/quotesdb/candidate/add/", {"title": TEXT, **given})
        for name in ("speaker", "outlet", "article", "quote", "appearance"):
            self.client.get(f"/admin/quotesdb/{name}/", {"q": TEXT, TOLD: TEXT})
            self.client.post(f"/admin/quotesdb/{name}/add/", {"name": TEXT, "text": TEXT})

    def break_things(self):
        for kind in (RuntimeError, IntegrityError):
            with patch("api.resources.lookup.look_up", Breaking(kind)):
                self.look_up()
            with patch("api.views.refuse_unknown", Breaking(kind)):
                answer = self.client.get("/api/v1/quotes/", {"q": TEXT})
                assert answer.status_code == 500
            with patch("django.contrib.admin.options.ModelAdmin.get_form", Breaking(kind)):
                answer = self.client.post("/admin/quotesdb/speaker/add/", {"name": TEXT})
                assert answer.status_code == 500

    def test_as_json(self):
        with logged("json") as stream:
            self.in_by_all_doors()
        self.assertGreater(len(stream.getvalue().splitlines()), 50)
        self.assertIn("builtins.RuntimeError", stream.getvalue())
        self.assert_silent(stream)

    def test_as_text(self):
        with logged("text", "INFO") as stream:
            self.in_by_all_doors()
        self.assertIn("builtins.RuntimeError", stream.getvalue())
        self.assert_silent(stream)

    def assert_silent(self, stream):
        told = [line for line in stream.getvalue().splitlines() if TOLD in line.lower()]
        self.assertEqual(told, [])
        self.assertNotIn(self.key, stream.getvalue())
        self.assertNotIn("minister", stream.getvalue())
