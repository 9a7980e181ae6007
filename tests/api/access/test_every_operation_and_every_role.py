"""Who may do what: every operation that writes, asked for by every role, by key and by browser."""

import orjson
import pytest
import yaml
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client

from api.permissions import NEEDED
from quotesdb.vocabulary import Scope
from tests.api.access.test_merging_and_every_role import OPERATIONS
from tests.api.proposing.test_every_operation_and_every_role import DECIDING, PROPOSING
from tests.api.writing.writer import JSON, key_of, person_of
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)

pytestmark = pytest.mark.django_db

ROLES = ("Readers", "Contributors", "Curators", "Editors", "Administrators")
# What is undone here is that a record was made: that deletes it.
LEAST = {
    "create": "Curators",
    "partial_update": "Curators",
    "destroy": "Editors",
    "redact": "Editors",
    "undo": "Editors",
}
METHODS = {
    "create": "POST",
    "partial_update": "PATCH",
    "destroy": "DELETE",
    "redact": "POST",
    "undo": "POST",
}
RESOURCES = ("speakers", "outlets", "articles", "quotes", "appearances", "corrections")
WRITING = [(name, action) for name in RESOURCES for action in METHODS]


def make_one(resource):
    """A record that nothing refers to; what its address calls it."""
    match resource:
        case "speakers":
            return make_speaker("Tom Arden").slug
        case "outlets":
            return make_outlet("Wire").speaker.slug
        case "articles":
            return make_article().pk
        case "quotes":
            return make_quote().pk
        case "appearances":
            return make_appearance().pk
        case "corrections":
            return make_correction(make_quote()).pk


BODIES = {
    "speakers": {"name": "Grace Hill", "kind": "person"},
    "outlets": {"name": "The Post"},
    "articles": {},
    "quotes": {"text": "Something new."},
    "appearances": {
        "quote": "q",
        "article": "a",
        "form": "direct",
        "segments": [{"exact": "x"}],
    },
    "corrections": {"quote": "q", "kind": "retracted", "reason": "x", "source": "y"},
}


def ask(resource, action, client=None, **headers):
    address = f"/api/v1/{resource}/"
    if action != "create":
        address += f"{make_one(resource)}/"
        headers["If-Match"] = "*"
    if action == "redact":
        address += "redact/"
    if action == "undo":
        address += "history/last/undo/"
    body = body_of(resource, action)
    if "quote" in body:
        body["quote"] = make_quote().key
    return (client or Client()).generic(
        METHODS[action], address, json_of(body), content_type=JSON, headers=headers
    )


def body_of(resource, action):
    if action == "redact":
        return {"because": "law", "records": 2 if resource == "outlets" else 1}
    return dict(BODIES[resource]) if action == "create" else {}


def json_of(body):
    return orjson.dumps(body)


@pytest.fixture(autouse=True)
def world():
    call_command("loaddata", "roles", verbosity=0)
    make_quote("Words.", key="q")
    make_article(key="a")


def allowed(status):
    return status in (200, 201, 204)


@pytest.mark.parametrize(("resource", "action"), WRITING)
def test_by_key(resource, action):
    for role in (None, *ROLES):
        person = person_of(role)
        for scope in Scope:
            secret = key_of(person, scope)
            answer = ask(resource, action, Authorization=f"Bearer {secret}")
            may = role in ROLES[ROLES.index(LEAST[action]) :] and scope is Scope.CURATE
            assert allowed(answer.status_code) == may, (role, scope, answer.content)
            assert may or says_why_not(answer, scope)


def says_why_not(answer, scope):
    told = answer.json()
    code = "permission_denied" if scope is Scope.CURATE else "insufficient_scope"
    return (answer.status_code, told["code"]) == (403, code) and told["detail"]


@pytest.mark.parametrize(("resource", "action"), WRITING)
def test_by_browser(resource, action):
    for role in (None, *ROLES):
        client = Client(enforce_csrf_checks=True)
        client.force_login(person_of(role))
        client.cookies["csrftoken"] = token = _get_new_csrf_string()
        answer = ask(resource, action, client, **{"X-CSRFToken": token})
        may = role in ROLES[ROLES.index(LEAST[action]) :]
        assert allowed(answer.status_code) == may, (role, answer.content)


@pytest.mark.parametrize(("resource", "action"), WRITING)
def test_by_nobody_known(resource, action):
    answer = ask(resource, action)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == 'Bearer realm="QuotesDB"'
    assert "Keys are made there" in answer.json()["detail"]


@pytest.mark.parametrize(("resource", "action"), WRITING)
def test_by_a_browser_that_another_site_has_led_here(resource, action):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person_of("Administrators"))
    answer = ask(resource, action, client)
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf")
    assert "X-CSRFToken" in answer.json()["detail"]


def test_a_superuser_with_a_reading_key_only_reads():
    person = person_of("Administrators")
    person.is_superuser = True
    person.save()
    for resource, action in WRITING:
        answer = ask(resource, action, Authorization=f"Bearer {key_of(person, Scope.READ)}")
        assert answer.status_code == 403


def test_no_operation_that_writes_is_left_out():
    document = yaml.safe_load((settings.BASE_DIR / "docs" / "openapi.yaml").read_text())
    told = {
        operation["operationId"]
        for methods in document["paths"].values()
        for method, operation in methods.items()
        if method != "get"
    }
    assert told <= NEEDED.keys()
    tested = {f"{resource}_{action}" for resource, action in WRITING}
    tested |= OPERATIONS.keys() | PROPOSING | DECIDING
    assert {it for it in told if not NEEDED[it].by_everybody} - {"bulk"} == tested


def test_to_ask_what_there_is_needs_nobody():
    for resource in RESOURCES:
        for address in (f"/api/v1/{resource}/", f"/api/v1/{resource}/{make_one(resource)}/"):
            answer = Client().options(address)
            assert answer.status_code == 200, answer.content
            assert "actions" not in answer.json()


def test_every_role_is_tested():
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)
