"""A key is in no log, in no address, and its check tells nothing of how near a guess was."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import Curator
from quotesdb.vocabulary import Scope

pytestmark = pytest.mark.django_db

QUOTES = "/api/v1/quotes/"


@pytest.fixture
def secret():
    owner = Curator.objects.create_user("ada")
    tomorrow = timezone.now() + timedelta(days=1)
    return keys.make_key(owner, label="a mirror", scope=Scope.READ, expires_at=tomorrow)[1]


def bearing(key):
    return {"Authorization": f"Bearer {key}"}


def test_no_log_has_it_however_much_is_logged(client, secret, caplog, settings):
    caplog.set_level(logging.DEBUG)
    client.raise_request_exception = False
    settings.ALLOWED_HOSTS = ["testserver"]
    for address in (QUOTES, f"{QUOTES}999/", f"{QUOTES}?nonsense=1", "/api/nowhere/"):
        client.get(address, headers=bearing(secret))
        client.get(address, headers=bearing(f"{secret}x"))
    client.get(QUOTES, headers={**bearing(secret), "Host": "elsewhere.example"})
    assert caplog.records
    assert secret not in caplog.text
    assert keys.digest_of(secret) not in caplog.text


def test_no_statement_has_it(client, secret):
    with CaptureQueriesContext(connection) as asked:
        client.get(QUOTES, headers=bearing(secret))
    assert len(asked) > 1
    assert not [it for it in asked if secret in it["sql"]]


@pytest.mark.parametrize("name", ["api_key", "apikey", "token", "access_token"])
def test_in_an_address_it_opens_nothing_and_is_not_repeated(client, secret, name):
    answer = client.get(QUOTES, {name: secret})
    assert answer.status_code == 400
    assert secret not in answer.content.decode()


def test_a_refusal_does_not_repeat_it(client, secret):
    answer = client.get(QUOTES, headers=bearing(f"{secret}x"))
    assert answer.status_code == 401
    assert secret not in f"{answer.content.decode()}{answer.headers}"


def test_however_near_a_guess_is_it_costs_the_same(client, secret):
    """It is looked for by its hash, so how much of it is right shows nowhere."""
    guesses = ["x", "qdb_", secret[:20], secret[:-1], f"{secret}x", secret.swapcase()]
    answers = set()
    for guess in guesses:
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(QUOTES, headers=bearing(guess))
        shapes = tuple(it["sql"].replace(keys.digest_of(guess), "") for it in asked)
        answers.add((answer.status_code, answer.content, len(shapes)))
        assert len({it["sql"].count(secret[:12]) for it in asked}) <= 1
    assert len(answers) == 1
