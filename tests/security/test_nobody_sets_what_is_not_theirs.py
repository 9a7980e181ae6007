"""What is sent beside what a form or a body asks for changes nothing, or is refused."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone

from quotesdb.models import ApiKey, Curator, Quote
from tests.factory import make_quote

pytestmark = pytest.mark.django_db

ACCOUNT = "/admin/quotesdb/curator/"


@pytest.fixture
def roles():
    call_command("loaddata", "roles", verbosity=0)


def in_role(role, username="ada"):
    curator = Curator.objects.create_user(username, password="x", is_staff=True)
    curator.groups.add(Group.objects.get(name=role))
    return curator


def account(curator, **changes):
    """All that the page of an account sends."""
    day = curator.date_joined
    known = {
        "username": curator.username,
        "is_active": "on",
        "is_staff": "on",
        "date_joined_0": f"{day:%Y-%m-%d}",
        "date_joined_1": f"{day:%H:%M:%S}",
    }
    return {**known, **changes}


def test_an_administrator_cannot_make_anybody_a_superuser(client, roles):
    ada, grace = in_role("Administrators"), in_role("Readers", "grace")
    client.force_login(ada)
    # Her own account last: the page as it is sent here leaves no group in it.
    for somebody in (grace, ada):
        sent = account(somebody, is_superuser="on", user_permissions=["1"], first_name="New")
        assert client.post(f"{ACCOUNT}{somebody.pk}/change/", sent).status_code == 302
        somebody.refresh_from_db()
        assert somebody.first_name == "New"
        assert not somebody.is_superuser
        assert not somebody.user_permissions.exists()


def test_nor_change_the_account_of_one(client, roles):
    root = Curator.objects.create_superuser("root", password="x")
    client.force_login(in_role("Administrators"))
    sent = account(root, is_active="")
    assert client.post(f"{ACCOUNT}{root.pk}/change/", sent).status_code == 403
    given = {"password1": "a new password of nobody", "password2": "a new password of nobody"}
    assert client.post(f"{ACCOUNT}{root.pk}/password/", given).status_code == 403
    root.refresh_from_db()
    assert root.is_active
    assert root.check_password("x")


def test_a_superuser_can_do_both(client):
    root = Curator.objects.create_superuser("root", password="x")
    grace = Curator.objects.create_user("grace", password="x")
    client.force_login(root)
    assert client.post(f"{ACCOUNT}{grace.pk}/change/", account(grace, is_superuser="on")).url
    grace.refresh_from_db()
    assert grace.is_superuser


def test_nobody_makes_a_key_in_anothers_name(client, roles):
    grace = in_role("Editors", "grace")
    ada = in_role("Readers")
    client.force_login(ada)
    tomorrow = timezone.now() + timedelta(days=1)
    sent = {
        "curator": grace.pk,
        "label": "a mirror",
        "scope": "read",
        "expires_at_0": f"{tomorrow:%Y-%m-%d}",
        "expires_at_1": "00:00:00",
        "digest": "0" * 64,
        "beginning": "qdb_mine",
    }
    assert client.post("/admin/quotesdb/apikey/add/", sent).status_code == 200
    key = ApiKey.objects.get()
    assert key.curator == ada
    assert key.digest != "0" * 64
    assert key.beginning != "qdb_mine"


def test_columns_that_follow_from_others_are_not_taken_from_a_form(client):
    client.force_login(Curator.objects.create_superuser("root"))
    quote = make_quote("The wall will hold.", key="wall")
    page = client.get(f"/admin/quotesdb/quote/{quote.pk}/change/")
    fields = set(page.context["adminform"].form.fields)
    kept_by_us = {"version", "sort_date", "independent_origins", "merged_into", "updated_at", "id"}
    assert fields & kept_by_us == set()
    assert Quote.objects.get().version == quote.version


def test_an_unknown_member_of_a_body_is_refused(client):
    body = {"text": "the old town", "is_superuser": True}
    answer = client.post("/api/v1/lookup/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "unknown_member"
