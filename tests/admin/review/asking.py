"""Asking the endpoints of the review page as the page does."""

import json

from django.contrib.auth.models import Group
from django.core.management import call_command

from quotesdb.models import Candidate, Curator

DESK = "/admin/quotesdb/candidate"


def in_role(name, username=None):
    call_command("loaddata", "roles", verbosity=0)
    person = Curator.objects.create_user(username or name.lower(), is_staff=True)
    person.groups.add(Group.objects.get(name=name))
    return person


def get(client, path):
    return client.get(f"{DESK}/{path}")


def post(client, path, **body):
    return client.post(f"{DESK}/{path}", json.dumps(body), content_type="application/json")


def proposal(client, candidate):
    answer = get(client, f"{candidate.pk}/")
    assert answer.status_code == 200, answer.content
    return answer.json()


def accept(client, candidate, version=None, **changes):
    """Say yes, as the page would, to what is proposed, or to what was made of it."""
    record = {**proposal(client, candidate)["record"], **changes}
    opened = version or Candidate.objects.get(pk=candidate.pk).version
    return post(client, f"{candidate.pk}/accept/", record=record, version=opened)
