from unittest import mock

import pytest
from django.test import Client

from quotesdb.ingest import handing_in
from quotesdb.models import Article, Candidate
from quotesdb.vocabulary import Scope
from tests.admin.review.test_adding_an_article import ADDRESS, PAGE
from tests.api.proposing.caller import ARTICLE, Caller
from tests.extraction.local_web import serving, text
from tests.factory import make_outlet

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa():
    return Caller("rosa")


def test_a_text_is_kept_and_read(rosa):
    make_outlet("The Harbour Post", domain="harbour.example")
    answer = rosa.submit(title="Winter", url=ADDRESS, published_on="2024-01-31")
    assert answer.status_code == 201
    told, article = answer.json(), Article.objects.get()
    assert told["outcome"] == "new"
    assert told["candidates"] == told["waiting"] == Candidate.objects.count() == 2
    assert told["article"]["id"] == article.pk
    assert told["article"]["outlet"]["slug"] == "the-harbour-post"
    assert answer.headers["Location"].endswith(f"/api/v1/articles/{article.pk}/")
    assert article.texts.get().body == ARTICLE.strip("\n")
    assert article.history.get().door == "api"
    assert {it.proposed_by for it in Candidate.objects.all()} == {rosa.me}


def test_a_new_article_may_have_a_key_of_ones_choosing(rosa):
    assert rosa.submit(key_of_article="winter-1").json()["article"]["key"] == "winter-1"
    assert rosa.submit("Others.", key_of_article="winter-1").json()["article"]["key"] != "winter-1"


def test_the_same_again_is_nothing_new(rosa):
    rosa.submit()
    answer = rosa.submit()
    assert (answer.status_code, answer.json()["outcome"]) == (200, "unchanged")
    assert (answer.json()["candidates"], answer.json()["waiting"]) == (0, 2)
    assert Article.objects.count() == 1


def test_another_text_at_its_address_is_a_new_version(rosa):
    rosa.submit(url=ADDRESS)
    answer = rosa.submit(ARTICLE.replace("winter", "spring"), url=ADDRESS)
    assert (answer.status_code, answer.json()["outcome"]) == (201, "changed")
    assert Article.objects.get().texts.count() == 2


def test_a_page_tells_its_own_title_and_address(rosa):
    answer = rosa.post("submissions/", {"page": PAGE})
    told = answer.json()["article"]
    assert (told["title"], told["url"]) == ("No room in the harbour", ADDRESS)


def test_an_address_alone_is_fetched(rosa):
    def answer(handler):
        text(handler, PAGE.encode(), "text/html; charset=utf-8")

    with serving(answer) as (address, house), mock.patch.object(handing_in, "HOUSE", house):
        told = rosa.post("submissions/", {"url": f"{address}/winter"})
    assert told.status_code == 201, told.content
    assert told.json()["article"]["title"] == "No room in the harbour"


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://127.0.0.1:80/secret",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://2130706433/",
        "ftp://harbour.example/1",
        "file:///etc/passwd",
        "http://somebody:secret@harbour.example/",
        "http://harbour.example:8000/",
    ],
)
def test_nothing_inside_the_house_is_fetched(rosa, url):
    answer = rosa.post("submissions/", {"url": url})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "url"
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({}, "text"),
        ({"title": "Winter"}, "text"),
        ({"text": " \n "}, "text"),
        ({"text": "Words.", "page": PAGE}, "page"),
        ({"page": "<!doctype html><html><body></body></html>"}, "page"),
        ({"text": ["Words."]}, "text"),
        ({"text": "Words.", "published_on": "in spring"}, "published_on"),
        ({"text": "Words.", "url": "no address"}, "url"),
        ({"text": "Words.", "key": "a key"}, "key"),
        ({"text": "Words.", "titel": "Winter"}, "titel"),
    ],
)
def test_nonsense_is_told_with_its_place(rosa, body, parameter):
    answer = rosa.post("submissions/", body)
    assert answer.status_code == 400, answer.content
    assert parameter in {it["parameter"] for it in answer.json()["errors"]}
    assert not Article.objects.exists()


def test_what_the_rules_have_against_it_is_told_and_nothing_kept(rosa):
    answer = rosa.submit(language="English, please")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "language"
    assert not Article.objects.exists()


def test_an_article_may_be_as_long_as_at_the_desk(rosa):
    long = "The harbour is long. " * 60_000
    assert rosa.submit(long + ARTICLE).status_code == 201
    assert rosa.submit("x" * (handing_in.LONGEST + 1)).status_code == 400


def test_readers_and_keys_that_only_read_hand_in_nothing(rosa):
    assert Caller("vera", "Readers", Scope.CURATE).submit().status_code == 403
    assert Caller("rosa", scope=Scope.READ).submit().status_code == 403
    assert Client().post("/api/v1/submissions/", {}, "application/json").status_code == 401
    assert not Article.objects.exists()
