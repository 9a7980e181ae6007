from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import TestCase, override_settings

STRANGE = {"host": "10.0.0.7:8000"}


class ProbeTests(TestCase):
    def test_the_process_answers_and_asks_nobody(self):
        with self.assertNumQueries(0):
            answer = self.client.get("/healthz", headers=STRANGE)
        self.assertEqual((answer.status_code, answer.json()), (200, {"status": "ok"}))

    def test_it_is_ready_by_one_query(self):
        self.client.get("/readyz")
        with self.assertNumQueries(1):
            answer = self.client.get("/readyz", headers=STRANGE)
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(answer.json(), {"status": "ok", "databases": {"primary": "ok"}})

    def test_it_is_not_while_a_migration_is_missing(self):
        MigrationRecorder(connection).record_unapplied("quotesdb", "0001_initial")
        answer = self.client.get("/readyz")
        self.assertEqual(answer.status_code, 503)
        told = {"status": "not ready", "databases": {"primary": "migrations are missing"}}
        self.assertEqual(answer.json(), told)

    def test_a_migration_of_a_newer_release_does_no_harm(self):
        MigrationRecorder(connection).record_applied("quotesdb", "9999_later")
        self.assertEqual(self.client.get("/readyz").status_code, 200)

    def test_nobody_keeps_the_answer(self):
        for path in ("/healthz", "/readyz"):
            answer = self.client.get(path)
            self.assertEqual(answer["Cache-Control"], "no-store")
            self.assertFalse(answer.cookies)

    def test_they_are_only_asked(self):
        self.assertEqual(self.client.post("/healthz").status_code, 405)


class MetricsTests(TestCase):
    def status(self, **headers):
        return self.client.get("/metrics", headers=headers).status_code

    @override_settings(METRICS_TOKEN="")
    def test_without_a_token_there_are_none(self):
        self.assertEqual(self.status(), 404)
        self.assertEqual(self.status(authorization="Bearer "), 404)

    @override_settings(METRICS_TOKEN="abc")
    def test_they_are_told_only_to_whoever_has_it(self):
        self.assertEqual(self.status(), 401)
        self.assertEqual(self.status(authorization="Bearer abd"), 401)
        self.assertEqual(self.status(authorization="Bearer äbc"), 401)
        self.assertEqual(self.status(authorization="Bearer abc"), 200)
