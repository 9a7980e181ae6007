from datetime import timedelta

import pytest
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import ApiKey, Curator
from quotesdb.vocabulary import Scope

pytestmark = pytest.mark.django_db

NEXT_YEAR = timezone.now() + timedelta(days=365)


@pytest.fixture
def ada():
    return Curator.objects.create_user("ada")


def made(owner, **given):
    known = {"label": "a mirror", "scope": Scope.READ, "expires_at": NEXT_YEAR}
    return keys.make_key(owner, **{**known, **given})


def ask(client, secret, scheme="Bearer"):
    return client.get("/api/v1/quotes/", headers={"Authorization": f"{scheme} {secret}"})


def refused(answer):
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="QuotesDB"'
    return answer.json()["detail"].startswith("This key opens nothing")


def test_reading_needs_no_key(client):
    assert client.get("/api/v1/quotes/").status_code == 200


def test_a_working_key_reads(client, ada):
    assert ask(client, made(ada)[1]).status_code == 200


def test_the_scheme_may_be_in_small_letters(client, ada):
    assert ask(client, made(ada)[1], scheme="bearer").status_code == 200


def test_a_mistyped_key_is_refused(client, ada):
    assert refused(ask(client, made(ada)[1][:-1]))


def test_no_key_at_all_behind_the_scheme_is_refused(client):
    assert refused(ask(client, ""))


def test_an_expired_key_is_refused(client, ada):
    key, secret = made(ada)
    ApiKey.objects.update(made_at=timezone.now() - timedelta(9), expires_at=timezone.now())
    assert refused(ask(client, secret))


def test_a_revoked_key_is_refused(client, ada):
    key, secret = made(ada)
    keys.revoke(key)
    assert refused(ask(client, secret))


def test_revoking_again_keeps_the_first_moment(ada):
    key, _ = made(ada)
    keys.revoke(key)
    first = key.revoked_at
    keys.revoke(key)
    assert key.revoked_at == first


def test_a_key_whose_owner_may_no_longer_sign_in_is_refused(client, ada):
    _, secret = made(ada)
    Curator.objects.update(is_active=False)
    assert refused(ask(client, secret))


def test_the_secret_is_kept_nowhere(ada):
    key, secret = made(ada)
    row = repr(ApiKey.objects.values().get())
    assert secret not in row
    assert secret[keys.SHOWN :] not in row


def test_its_last_use_is_noted_once_an_hour(client, ada, django_assert_num_queries):
    _, secret = made(ada)
    ask(client, secret)
    assert timezone.now() - ApiKey.objects.get().last_used_at < timedelta(minutes=1)
    key = keys.working_key(secret)
    with django_assert_num_queries(0):
        keys.note_use(key)


@pytest.mark.parametrize("scope", Scope)
def test_each_scope_contains_the_ones_before_it(ada, scope):
    key, _ = made(ada, scope=scope)
    reach = list(Scope)
    assert [it for it in Scope if key.may(it)] == reach[: reach.index(scope) + 1]
