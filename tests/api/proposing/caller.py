"""A program with a key, as it calls from outside."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import Curator
from quotesdb.vocabulary import Scope

ARTICLE = (
    "The harbour of Eastmouth will close for the winter.\n\n"
    "“We will open again when the ice has gone,” Mayor Grace Hill told the Harbour Post.\n\n"
    "“Nobody has asked the fishermen,” said Tom Reed, who owns two boats.\n"
)


def secret_of(name, role, scope):
    """The key of a curator who has that role; made if need be."""
    if not Group.objects.exists():
        call_command("loaddata", "roles", verbosity=0)
    owner, _ = Curator.objects.get_or_create(username=name)
    owner.groups.add(Group.objects.get(name=role))
    in_a_year = timezone.now() + timedelta(days=365)
    return keys.make_key(owner, label="a script", scope=scope, expires_at=in_a_year)[1]


class Caller:
    """Somebody with a role, and a key of a scope."""

    def __init__(self, name="rosa", role="Contributors", scope=Scope.PROPOSE):
        self.bearer = f"Bearer {secret_of(name, role, scope)}"
        self.client = Client()
        self.me = Curator.objects.get(username=name)

    def post(self, address, body, key=None, **headers):
        headers |= {"Authorization": self.bearer}
        if key is not None:
            headers["Idempotency-Key"] = key
        return self.client.post(
            f"/api/v1/{address}", body, content_type="application/json", headers=headers
        )

    def get(self, address, **params):
        headers = {"Authorization": self.bearer}
        return self.client.get(f"/api/v1/{address}", params, headers=headers)

    def delete(self, address, **headers):
        headers |= {"Authorization": self.bearer}
        return self.client.delete(f"/api/v1/{address}", headers=headers)

    def submit(self, text=ARTICLE, key=None, *, key_of_article=None, **known):
        known |= {"key": key_of_article} if key_of_article else {}
        return self.post("submissions/", {"text": text, "language": "en", **known}, key)
