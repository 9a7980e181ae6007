"""Asking with a key, as a program of somebody would."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import Curator
from quotesdb.vocabulary import Scope
from tests.api.asking import Asking


class AskingWithKeys(Asking):
    @classmethod
    def setUpTestData(cls):
        call_command("loaddata", "roles", verbosity=0)
        cls.editor = cls.key_of("Editors")

    @classmethod
    def key_of(cls, role, scope=Scope.CURATE):
        person, _ = Curator.objects.get_or_create(username=f"{role} {scope}")
        person.groups.set(Group.objects.filter(name=role))
        expires_at = timezone.now() + timedelta(days=1)
        _, secret = keys.make_key(person, label="a test", scope=scope, expires_at=expires_at)
        return secret

    def get(self, address, expect=200, key=None):
        return self.told(self.client.get(f"/api/v1/{address}", headers=self.bearing(key)), expect)

    def post(self, address, body=None, expect=200, key=None):
        answer = self.client.post(
            f"/api/v1/{address}",
            body or {},
            content_type="application/json",
            headers=self.bearing(key),
        )
        return self.told(answer, expect)

    def bearing(self, key):
        secret = self.editor if key is None else key
        return {"Authorization": f"Bearer {secret}"} if secret else {}

    def told(self, answer, expect):
        self.assertEqual(answer.status_code, expect, answer.content)
        return answer.json() if expect != 301 else answer
