"""Each once and in order, signed as Standard Webhooks has it, until the other side has taken it."""

from datetime import timedelta

import orjson
from django.test import TestCase
from django.utils import timezone
from standardwebhooks.webhooks import Webhook as Standard
from standardwebhooks.webhooks import WebhookVerificationError

from quotesdb.extraction.intake.outside import House
from quotesdb.models import Webhook
from quotesdb.webhooks import keeping
from quotesdb.webhooks.delivering import AT_ONCE, KEPT, deliver
from quotesdb.webhooks.posting import house_of
from quotesdb.webhooks.signing import secret_of
from tests.factory import make_quote, make_speaker
from tests.webhooks.receiver import receiving, subscribe


class DeliveryTests(TestCase):
    def setUp(self):
        context = receiving()
        self.receiver = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)

    def keys(self):
        told = [orjson.loads(body)["data"]["results"] for _, body in self.receiver.heard]
        return [change["key"] for message in told for change in message]

    def later(self, webhook, **ago):
        """Let it be so much later for this webhook."""
        webhook.refresh_from_db()
        for name in ("next_try_at", "failing_since"):
            moment = getattr(webhook, name)
            Webhook.objects.filter(pk=webhook.pk).update(
                **{name: moment and moment - timedelta(**ago)}
            )

    def test_what_comes_after_it_is_made_and_nothing_twice(self):
        make_quote(key="before")
        subscribe(self.receiver)
        make_quote(key="after")
        self.assertEqual(self.receiver.tell(), {"taken": 1})
        self.assertEqual(self.receiver.tell(), {})
        self.assertEqual(self.keys(), ["after"])

    def test_a_message_tells_as_changes_does(self):
        subscribe(self.receiver)
        make_quote(key="q")
        self.receiver.tell()
        told = self.client.get("/api/v1/changes/").json()
        (change,) = told["results"]
        del change["url"]
        message = orjson.loads(self.receiver.heard[0][1])
        self.assertEqual(message["type"], "changes")
        self.assertEqual(message["data"], {"cursor": told["cursor"], "results": [change]})

    def test_a_library_of_others_finds_the_signature_right(self):
        webhook = subscribe(self.receiver)
        make_quote(key="q")
        self.receiver.tell()
        (headers, body) = self.receiver.heard[0]
        Standard(secret_of(webhook)).verify(body.decode(), headers)
        with self.assertRaises(WebhookVerificationError):
            Standard(secret_of(webhook)).verify(
                body.decode().replace("created", "deleted"), headers
            )

    def test_many_changes_go_in_several_messages(self):
        subscribe(self.receiver, kind="speaker")
        for number in range(AT_ONCE + 1):
            make_speaker(f"Speaker {number}")
        self.assertEqual(self.receiver.tell(), {"taken": 2})
        self.assertEqual(len(set(self.keys())), AT_ONCE + 1)

    def test_only_of_the_kind_that_was_asked_for(self):
        subscribe(self.receiver, kind="speaker")
        make_quote("Words.", key="q", speaker=make_speaker("Grace Hill"))
        self.receiver.tell()
        self.assertEqual(self.keys(), ["grace-hill"])

    def test_what_was_not_taken_is_told_again_and_not_at_once(self):
        webhook = subscribe(self.receiver)
        make_quote(key="q")
        self.receiver.answers = [500]
        self.assertEqual(self.receiver.tell(), {"failed": 1})
        self.assertEqual(self.receiver.tell(), {})
        self.later(webhook, minutes=1)
        self.assertEqual(self.receiver.tell(), {"taken": 1})
        (first, _), (second, _) = self.receiver.heard
        self.assertEqual(first["webhook-id"], second["webhook-id"])
        webhook.refresh_from_db()
        self.assertEqual((webhook.failures, webhook.failing_since), (0, None))

    def test_it_waits_longer_the_more_often_it_failed(self):
        webhook = subscribe(self.receiver)
        make_quote(key="q")
        self.receiver.answers = [500, 500]
        self.receiver.tell()
        self.later(webhook, minutes=1)
        self.receiver.tell()
        webhook.refresh_from_db()
        left = webhook.next_try_at - timezone.now()
        self.assertGreater(left, timedelta(minutes=4))

    def test_it_is_switched_off_after_days_of_failing_and_says_why(self):
        webhook = subscribe(self.receiver)
        make_quote(key="q")
        self.receiver.answers = [503, 503]
        self.receiver.tell()
        self.later(webhook, days=6)
        self.assertEqual(self.receiver.tell(), {"failed": 1, "switched off": 1})
        webhook.refresh_from_db()
        self.assertFalse(webhook.is_on)
        self.assertIn("6 days; the last time: it answers 503", webhook.off_because)

    def test_one_that_is_gone_for_good_is_switched_off_at_once(self):
        webhook = subscribe(self.receiver)
        make_quote(key="q")
        self.receiver.answers = [410]
        self.assertEqual(self.receiver.tell(), {"failed": 1, "switched off": 1})
        webhook.refresh_from_db()
        self.assertIn("410", webhook.off_because)

    def test_switched_on_again_it_hears_what_it_missed(self):
        webhook = subscribe(self.receiver)
        make_quote(key="missed")
        self.receiver.answers = [410]
        self.receiver.tell()
        webhook.refresh_from_db()
        webhook.is_on = True
        keeping.keep(webhook, webhook.curator)
        self.receiver.heard.clear()
        self.receiver.tell()
        self.assertEqual(self.keys(), ["missed"])

    def test_nothing_inside_the_house_is_told_unless_it_is_named(self):
        webhook = subscribe(self.receiver)
        webhook.url = webhook.url.replace("mirror.example", "127.0.0.1")
        keeping.keep(webhook, webhook.curator)
        make_quote(key="q")
        port = self.receiver.url.split(":")[2].split("/")[0]
        self.assertEqual(dict(deliver(House(ports=frozenset([int(port)])))), {"failed": 1})
        sentence = webhook.deliveries.get().sentence
        self.assertIn("does not lie on the public internet", sentence)
        self.later(webhook, minutes=1)
        inside = house_of(frozenset([f"127.0.0.1:{port}"]))
        self.assertEqual(dict(deliver(inside)), {"taken": 1})

    def test_a_redirect_is_not_followed(self):
        subscribe(self.receiver)
        make_quote(key="q")
        self.receiver.answers = [302]
        self.assertEqual(self.receiver.tell(), {"failed": 1})
        self.assertEqual(len(self.receiver.heard), 1)

    def test_of_two_tellers_one_tells(self):
        webhook = subscribe(self.receiver)
        make_quote(key="q")
        # The other one has it, and has not told yet.
        until = timezone.now() + timedelta(minutes=2)
        Webhook.objects.filter(pk=webhook.pk).update(next_try_at=until)
        self.assertEqual(self.receiver.tell(), {})

    def test_the_log_keeps_the_last_attempts(self):
        webhook = subscribe(self.receiver)
        make_quote(key="q")
        for _ in range(3):
            Webhook.objects.update(cursor=0, next_try_at=None)
            self.receiver.tell()
        told = list(webhook.deliveries.values_list("status", "sentence"))
        self.assertEqual(told, [(204, "")] * 3)
        self.assertGreater(KEPT, 3)
