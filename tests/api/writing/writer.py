"""How tests write through the API: as a program with a key would, of whichever role."""

from datetime import timedelta

import orjson
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import Curator
from quotesdb.vocabulary import Scope

IN_A_YEAR = timezone.now() + timedelta(days=365)
JSON = "application/json"


def person_of(role):
    """Somebody with this role, or with none."""
    person = Curator.objects.create_user(f"one of {role or 'nobody'}")
    person.groups.set(Group.objects.filter(name=role or ""))
    return person


def key_of(person, scope=Scope.CURATE):
    given = {"label": "a script", "expires_at": IN_A_YEAR}
    return keys.make_key(person, scope=scope, **given)[1]


def path_of(address):
    """The whole path of an address below /api/v1/, or in a Location."""
    address = address.removeprefix("http://testserver")
    return address if address.startswith("/") else f"/api/v1/{address}"


class Writing(TestCase):
    role = "Editors"

    @classmethod
    def setUpTestData(cls):
        call_command("loaddata", "roles", verbosity=0)
        cls.person = person_of(cls.role)
        cls.secret = key_of(cls.person)

    def send(self, method, address, body=None, *, expect, content_type=JSON, **headers):
        given = {"Authorization": f"Bearer {self.secret}", **headers}
        answer = self.client.generic(
            method,
            path_of(address),
            self.encoded(body),
            content_type=content_type,
            headers={name.replace("_", "-"): value for name, value in given.items()},
        )
        self.assertEqual(answer.status_code, expect, answer.content)
        return answer

    def encoded(self, body):
        return body if isinstance(body, bytes) else b"" if body is None else orjson.dumps(body)

    def post(self, address, body, expect=201, **headers):
        return self.send("POST", address, body, expect=expect, **headers)

    def patch(self, address, body, expect=200, **headers):
        """With the tag that the record has now, unless another is given."""
        return self.send("PATCH", address, body, expect=expect, **self.seen(address, headers))

    def delete(self, address, expect=204, **headers):
        return self.send("DELETE", address, expect=expect, **self.seen(address, headers))

    def seen(self, address, headers):
        if "if_match" in headers:
            return headers
        tag = self.client.get(path_of(address)).get("ETag")
        return headers if tag is None else {**headers, "if_match": tag}

    def read(self, address):
        return self.client.get(path_of(address)).json()

    def sentences(self, answer):
        """What a problem says, by pointer."""
        return {error["pointer"]: error["detail"] for error in answer.json()["errors"]}
