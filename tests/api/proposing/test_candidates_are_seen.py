import pytest
from django.test import Client

from quotesdb.models import Candidate
from quotesdb.vocabulary import Scope
from tests.api.proposing.caller import ARTICLE, Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa():
    return Caller("rosa")


@pytest.fixture
def submitted(rosa):
    return rosa.submit().json()["article"]


def seen(caller, **params):
    answer = caller.get("candidates/", **params)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def words(rows):
    return {row["segments"][0]["exact"].partition(" ")[0] for row in rows}


def test_they_bear_their_words_with_a_little_of_what_stands_around(rosa, submitted):
    by_words = {it["segments"][0]["exact"]: it for it in seen(rosa)}
    one = by_words["We will open again when the ice has gone,"]
    [segment] = one["segments"]
    assert ARTICLE[segment["start"] : segment["end"]] == segment["exact"]
    assert ARTICLE[: segment["start"]].endswith(segment["prefix"])
    assert ARTICLE[segment["end"] :].startswith(segment["suffix"])
    assert len(segment["prefix"]) == len(segment["suffix"]) == 32
    assert one["speaker"]["name"] == "Grace Hill"
    assert one["article"]["id"] == submitted["id"]
    assert (one["decision"], one["proposed_by"]) == ("waiting", "rosa")


def test_no_body_of_an_article_is_shown(rosa):
    rosa.submit(f"{ARTICLE}\n{'Nothing was said of this. ' * 20}")
    told = rosa.get("candidates/").content.decode()
    assert "Nothing was said of this. Nothing was said of this." not in told
    assert "The harbour of Eastmouth will close" not in told


def test_words_at_the_very_beginning_have_nothing_before_them(rosa):
    rosa.submit("“We will sail,” said Grace Hill.\n")
    [one] = seen(rosa)
    assert one["segments"][0]["prefix"] == "“"


def test_filters_keep_what_they_say(rosa, submitted):
    Caller("tom").submit("“We will not sail at all,” said Tom Reed on Friday.\n")
    assert words(seen(rosa, proposed_by="tom")) == {"We"}
    assert {it["proposed_by"] for it in seen(rosa, article=submitted["id"])} == {"rosa"}
    assert seen(rosa, decision="accepted") == []
    assert len(seen(rosa, decision="waiting", min_confidence="0.0")) == 3
    least = min(it["confidence"] for it in seen(rosa))
    assert all(it["confidence"] > least for it in seen(rosa, min_confidence=least + 0.001))


def test_those_of_an_older_text_are_told_from_the_current_ones(rosa):
    rosa.submit(url="https://harbour.example/1")
    changed = ARTICLE.replace("“We will open", "“We may well open")
    rosa.submit(changed, url="https://harbour.example/1")
    current, older = seen(rosa, current="true"), seen(rosa, current="false")
    assert {it["text_version"] for it in current} == {2}
    assert {it["text_version"] for it in older} == {1}


def test_pages_follow_each_other(rosa, submitted):
    first = rosa.get("candidates/", page_size=1, count="true").json()
    assert first["count"] == 2
    following = first["next"].partition("/api/v1/")[2]
    second = rosa.get(following).json()["results"]
    assert second[0]["id"] < first["results"][0]["id"]


def test_one_is_asked_for_by_its_number_and_narrowed_by_fields(rosa, submitted):
    number = Candidate.objects.first().pk
    answer = rosa.get(f"candidates/{number}/", fields="id,version")
    assert answer.json() == {"id": number, "version": 1}
    assert answer.headers["ETag"].startswith('"1.')
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert rosa.get("candidates/999999/").status_code == 404


def test_nobody_known_sees_any(submitted):
    for address in ("candidates/", f"candidates/{Candidate.objects.first().pk}/"):
        assert Client().get(f"/api/v1/{address}").status_code == 401


def test_who_has_no_role_sees_none(submitted):
    vera = Caller("vera", "Readers", Scope.READ)
    assert vera.get("candidates/").status_code == 200
    vera.me.groups.clear()
    assert vera.get("candidates/").status_code == 403


def test_a_browser_that_is_signed_in_sees_them(rosa, submitted):
    browser = Client()
    browser.force_login(rosa.me)
    assert browser.get("/api/v1/candidates/").status_code == 200


def test_a_list_costs_the_same_at_any_length(rosa, submitted, django_assert_num_queries):
    for number in range(3):
        rosa.submit(f"“We have number {number},” said Grace Hill.\n")
    rosa.get("candidates/")
    for size in (1, 5):
        with django_assert_num_queries(4):  # the key, two of what its owner may, the page
            assert len(seen(rosa, page_size=size)) == size
