"""An editor sees what goes, chooses why, and it is gone."""

import pytest

from quotesdb.models import Quote, Redaction, Speaker
from tests.redacting.scene import person, scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote():
    return scene()


def page(record):
    return f"/admin/quotesdb/{record._meta.model_name}/{record.pk}/redact/"


def signed_in(client, role):
    client.force_login(person(role))
    return client


def test_the_page_shows_what_goes(client, quote):
    shown = signed_in(client, "Editors").get(page(quote)).content.decode()
    assert "What goes (4)" in shown
    assert "Appearance inner" in shown
    assert "quote inside" in shown


def test_it_goes(client, quote):
    client = signed_in(client, "Editors")
    answer = client.post(page(quote), {"because": "privacy", "records": "4"}, follow=True)
    assert "4 records were redacted." in answer.content.decode()
    assert not Quote.objects.filter(pk=quote.pk).exists()
    assert {it.by.username for it in Redaction.objects.all()} == {"editors"}


@pytest.mark.parametrize(
    "given", [{}, {"because": "whim", "records": "4"}, {"because": "law", "records": "x"}]
)
def test_nonsense_changes_nothing(client, quote, given):
    answer = signed_in(client, "Editors").post(page(quote), given)
    assert "Choose why. Nothing was redacted." in answer.content.decode()
    assert not Redaction.objects.exists()


def test_what_was_not_shown_does_not_go(client, quote):
    given = {"because": "law", "records": "3"}
    answer = signed_in(client, "Editors").post(page(quote), given)
    assert "4 records would go, and not the 3" in answer.content.decode()
    assert not Redaction.objects.exists()


def test_what_stands_in_the_way_is_shown_and_there_is_no_button(client, quote):
    shown = signed_in(client, "Editors").get(page(Speaker.objects.get(slug="grace-hill")))
    assert "Quote ready names it as its speaker" in shown.content.decode()
    assert "Redact for good" not in shown.content.decode()


@pytest.mark.parametrize(("role", "may"), [("Editors", True), ("Curators", False)])
def test_the_way_there_is_shown_to_who_may(client, quote, role, may):
    client = signed_in(client, role)
    shown = client.get(f"/admin/quotesdb/quote/{quote.pk}/change/").content.decode()
    assert (f"/admin/quotesdb/quote/{quote.pk}/redact/" in shown) is may
    assert client.get(page(quote)).status_code == (200 if may else 403)


def test_one_that_is_not_there(client, quote):
    client = signed_in(client, "Editors")
    assert client.get("/admin/quotesdb/quote/999/redact/").status_code == 302
    assert client.get("/admin/quotesdb/quote/x/redact/").status_code == 302
