"""Seeing what goes, letting it go, and what stands at its address for ever."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import Quote, Redaction
from quotesdb.vocabulary import Scope
from tests.factory import make_speaker
from tests.redacting.scene import forget, person, scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote():
    return scene()


@pytest.fixture
def editor():
    return person("Editors")


def address(quote):
    return f"/api/v1/quotes/{quote.pk}/redact/"


def key_of(owner, scope=Scope.CURATE):
    given = {"label": "a script", "expires_at": timezone.now() + timedelta(days=9)}
    _, text = keys.make_key(owner, scope=scope, **given)
    return {"Authorization": f"Bearer {text}"}


def post(client, quote, headers, body=None):
    body = {"because": "privacy", "records": 4} if body is None else body
    path = address(quote)
    return client.post(path, body, content_type="application/json", headers=headers)


def test_what_goes_is_shown_first(client, quote, editor):
    told = client.get(address(quote), headers=key_of(editor)).json()
    assert told["records"] == 4
    assert told["going"][-1] == {"kind": "quote", "key": "ready"}
    assert told["in_the_way"] == []
    assert told["still_elsewhere"] == ["quote inside"]
    assert Quote.objects.filter(pk=quote.pk).exists()


def test_it_goes_and_leaves_a_410(client, quote, editor):
    answer = post(client, quote, key_of(editor))
    assert answer.status_code == 200
    assert {"kind": "quote", "key": "ready"} in answer.json()["redacted"]
    for path in ("", "origins/", "wordings/", "graph/", "redact/"):
        gone = client.get(f"/api/v1/quotes/{quote.pk}/{path}", headers=key_of(editor))
        assert gone.status_code == 410
        assert gone["Content-Type"] == "application/problem+json"
        told = gone.json()
        assert told["code"] == "redacted"
        assert "redacted on" in told["detail"]
        assert "reasons of privacy" in told["detail"]
        assert "talk" not in gone.content.decode()


def test_followers_are_told_the_bare_name(client, quote, editor):
    post(client, quote, key_of(editor))
    told = client.get("/api/v1/changes/?kind=quote").json()["results"]
    redacted = [it for it in told if it["what"] == "redacted"]
    assert [(it["key"], it["url"]) for it in redacted] == [("ready", None)]


def test_a_speaker_is_gone_by_its_slug(client, editor):
    forget(make_speaker("Tom Arden"))
    assert client.get("/api/v1/speakers/tom-arden/").status_code == 410
    assert client.get("/api/v1/speakers/tom-ardennes/").status_code == 404
    assert client.get("/api/v1/quotes/999/").status_code == 404


@pytest.mark.parametrize("role", ["Readers", "Contributors", "Curators"])
def test_others_may_neither_see_nor_do_it(client, quote, role):
    headers = key_of(person(role))
    for answer in (client.get(address(quote), headers=headers), post(client, quote, headers)):
        assert answer.status_code == 403
        assert "editors" in answer.json()["detail"]
    assert not Redaction.objects.exists()


def test_nobody_known_and_short_keys_may_not(client, quote, editor):
    assert client.get(address(quote)).status_code == 401
    assert post(client, quote, {}).status_code == 401
    assert post(client, quote, key_of(editor, Scope.PROPOSE)).status_code == 403


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({"records": 4}, "because"),
        ({"because": "privcy", "records": 4}, "because"),
        ({"because": [], "records": 4}, "because"),
        ({"because": "law"}, "records"),
        ({"because": "law", "records": True}, "records"),
        ({"because": "law", "records": 4, "wy": 1}, "wy"),
        ([], ""),
    ],
)
def test_nonsense_is_refused(client, quote, editor, body, parameter):
    answer = post(client, quote, key_of(editor), body)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == parameter
    assert not Redaction.objects.exists()


def test_what_does_not_go_is_a_409(client, quote, editor):
    other = post(client, quote, key_of(editor), {"because": "law", "records": 3})
    assert other.status_code == 409
    assert "4 records would go, and not the 3" in other.json()["detail"]
    path = "/api/v1/speakers/grace-hill/redact/"
    body = {"because": "law", "records": 1}
    headers = key_of(editor)
    named = client.post(path, body, content_type="application/json", headers=headers)
    assert named.status_code == 409
    assert "Quote ready names it as its speaker" in named.json()["detail"]


def test_a_bare_head_is_nobodys(client, quote):
    assert client.head(address(quote)).status_code == 401


@pytest.mark.parametrize("method", ["patch", "delete"])
def test_what_was_redacted_can_no_longer_be_written(client, quote, editor, method):
    headers = key_of(editor) | {"If-Match": "*"}
    path = f"/api/v1/quotes/{quote.pk}/"
    forget(quote)
    call = getattr(client, method)
    answer = call(path, {"occasion": "a speech"}, content_type="application/json", headers=headers)
    assert answer.status_code == 410
