import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from quotesdb import keys
from quotesdb.models import ApiKey, Curator
from quotesdb.vocabulary import Scope
from tests.admin.desk import make_curator, typed

pytestmark = pytest.mark.django_db

ADD = "/admin/quotesdb/apikey/add/"
LIST = "/admin/quotesdb/apikey/"


def make(client, **changes):
    data = typed(client.get(ADD)) | {"label": "nightly mirror"} | changes
    return client.post(ADD, split_moment(data))


def split_moment(data):
    """As a browser sends a day and a time of day: as two fields."""
    moment = data.pop("expires_at")
    return data | {"expires_at_0": f"{moment:%Y-%m-%d}", "expires_at_1": f"{moment:%H:%M:%S}"}


def secret_on(page):
    return re.search(r"qdb_[\w-]{43}", page.content.decode())[0]


@pytest.fixture
def ada(client):
    person = make_curator()
    client.force_login(person)
    return person


@pytest.fixture
def reader(client):
    call_command("loaddata", "roles", verbosity=0)
    person = Curator.objects.create_user("bo", is_staff=True)
    person.groups.add(Group.objects.get(name="Readers"))
    client.force_login(person)
    return person


def test_the_page_that_makes_it_shows_the_secret_and_no_cache_keeps_it(client, ada):
    page = make(client)
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    assert keys.working_key(secret_on(page)).curator == ada


def test_no_other_page_shows_it_and_no_row_holds_it(client, ada):
    secret = secret_on(make(client))
    key = ApiKey.objects.get()
    pages = [client.get(address) for address in (LIST, f"{LIST}{key.pk}/change/")]
    assert all(secret not in page.content.decode() for page in pages)
    assert secret not in repr(list(ApiKey.objects.values()))


def test_it_is_revoked_with_one_button(client, ada):
    secret = secret_on(make(client))
    key = ApiKey.objects.get()
    assert "Revoke this key now" in client.get(f"{LIST}{key.pk}/change/").content.decode()
    answer = client.post(f"{LIST}{key.pk}/revoke/", follow=True)
    assert "is revoked: it opens nothing." in answer.content.decode()
    assert keys.working_key(secret) is None


def test_looking_at_the_address_revokes_nothing(client, ada):
    secret = secret_on(make(client))
    assert client.get(f"{LIST}{ApiKey.objects.get().pk}/revoke/").status_code == 405
    assert keys.working_key(secret)


def test_everybody_makes_keys_in_their_own_name_alone(client, reader):
    ada = make_curator()
    make(client, curator=ada.pk)
    assert ApiKey.objects.get().curator == reader


def test_nobody_sees_or_revokes_the_keys_of_others(client, reader):
    ada = make_curator()
    key, secret = keys.make_key(ada, **FOR_A_YEAR)
    assert "ada" not in client.get(LIST).context["cl"].queryset.values_list("curator__username")
    assert client.get(f"{LIST}{key.pk}/change/").status_code == 302
    client.post(f"{LIST}{key.pk}/revoke/")
    assert keys.working_key(secret)


FOR_A_YEAR = {"label": "hers", "scope": Scope.READ, "expires_at": "2100-01-01T00:00:00Z"}


def test_a_key_is_never_changed_or_deleted(client, ada):
    make(client)
    number = ApiKey.objects.get().pk
    client.post(f"{LIST}{number}/change/", {"label": "other", "scope": "curate"})
    assert client.post(f"{LIST}{number}/delete/", {"post": "yes"}).status_code == 403
    assert ApiKey.objects.values_list("label", "scope").get() == ("nightly mirror", "read")


def test_one_that_would_have_expired_already_is_refused(client, ada):
    page = make(client, expires_at=datetime(2001, 1, 1, tzinfo=UTC))
    assert "A key expires after it is made." in page.content.decode()
    assert not ApiKey.objects.exists()
