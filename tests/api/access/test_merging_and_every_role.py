"""Who may merge, split, undo and tell apart: asked for by every role, by key and by browser."""

import orjson
import pytest
from django.core.management import call_command
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client

from quotesdb import merging
from quotesdb.merging.duplicates import find_duplicates
from quotesdb.models import Duplicate
from quotesdb.vocabulary import Scope
from tests.api.writing.writer import JSON, key_of, person_of
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker

pytestmark = pytest.mark.django_db

ROLES = ("Readers", "Contributors", "Curators", "Editors", "Administrators")
MAY = ("Editors", "Administrators")


def two(resource):
    """Two records of a sort, as addresses call them, and what may go from the first to another."""
    match resource:
        case "speakers":
            one, other = make_speaker("Ada"), make_speaker("Grace")
            return one.slug, other.slug, {"quote.speaker": [make_quote(speaker=one).pk]}
        case "outlets":
            one, other = make_outlet("Post"), make_outlet("Wire")
            rows = {"article.outlet": [make_article(outlet=one).pk]}
            return one.speaker.slug, other.speaker.slug, rows
    one, other = make_quote(), make_quote()
    return one.pk, str(other.pk), {"appearance.quote": [make_appearance(one).pk]}


def merge(resource):
    one, other, _ = two(resource)
    return f"{resource}/{one}/merge/", {"into": other, "why": "the same"}


def split(resource):
    one, _, rows = two(resource)
    new = {"text": "Words."} if resource == "quotes" else {"name": "Somebody"}
    return f"{resource}/{one}/split/", {"new": new, "rows": rows, "why": "two"}


def undo():
    made = merging.merge(make_speaker("Ada"), make_speaker("Grace"), by=None, why="the same")
    return f"merges/{made.pk}/undo/", {}


def decide():
    for _ in range(2):
        make_speaker("Ada Byron")
    find_duplicates()
    return f"duplicates/{Duplicate.objects.first().pk}/decide/", {"same": False}


OPERATIONS = {
    **{f"{it}_merge": (merge, it) for it in ("speakers", "outlets", "quotes")},
    **{f"{it}_split": (split, it) for it in ("speakers", "outlets", "quotes")},
    "merges_undo": (undo,),
    "duplicates_decide": (decide,),
}


@pytest.fixture(autouse=True)
def roles():
    call_command("loaddata", "roles", verbosity=0)


def ask(operation, client=None, **headers):
    prepare, *arguments = OPERATIONS[operation]
    address, body = prepare(*arguments)
    return (client or Client()).post(
        f"/api/v1/{address}", orjson.dumps(body), content_type=JSON, headers=headers
    )


@pytest.mark.parametrize("operation", OPERATIONS)
def test_by_key(operation):
    for role in (None, *ROLES):
        person = person_of(role)
        for scope in Scope:
            answer = ask(operation, Authorization=f"Bearer {key_of(person, scope)}")
            may = role in MAY and scope is Scope.CURATE
            assert answer.status_code == (200 if may else 403), (role, scope, answer.content)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_by_browser(operation):
    for role in (None, *ROLES):
        client = Client(enforce_csrf_checks=True)
        client.force_login(person_of(role))
        client.cookies["csrftoken"] = token = _get_new_csrf_string()
        answer = ask(operation, client, **{"X-CSRFToken": token})
        assert answer.status_code == (200 if role in MAY else 403), (role, answer.content)
        assert ask(operation, client).status_code == 403, "without the token"


@pytest.mark.parametrize("operation", OPERATIONS)
def test_by_nobody_known(operation):
    assert ask(operation).status_code == 401
