from datetime import timedelta

import pytest
from django.utils import timezone

from quotesdb import first_answers
from quotesdb.models import Article, FirstAnswer
from tests.api.proposing.caller import ARTICLE, Caller

pytestmark = pytest.mark.django_db

KEY = '"8e03978e-40d5-43dd-bc93-6894a57f9324"'
AGAIN = "Idempotent-Replayed"


@pytest.fixture
def rosa():
    return Caller("rosa")


def test_status_headers_and_body_are_the_first_ones(rosa):
    first, again = rosa.submit(key=KEY), rosa.submit(key=KEY)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    for name in ("Location", "Content-Type"):
        assert first.headers[name] == again.headers[name]
    assert AGAIN not in first.headers
    assert again.headers[AGAIN] == "true"


def test_without_a_key_the_same_article_is_looked_at_again(rosa):
    assert [rosa.submit().status_code for _ in range(2)] == [201, 200]
    assert not FirstAnswer.objects.exists()


def test_with_another_body_the_key_is_refused(rosa):
    rosa.submit(key=KEY)
    answer = rosa.submit("Another article, in which nobody says a word.", key=KEY)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "key_used_otherwise"
    assert Article.objects.count() == 1


def test_with_another_address_the_key_is_refused(rosa):
    rosa.submit(key=KEY)
    body = {"text": ARTICLE, "language": "en"}
    assert rosa.post("submissions/?page_size=1", body, KEY).status_code == 422


def test_how_the_body_is_set_out_makes_no_difference(rosa):
    rosa.submit(key=KEY)
    turned = rosa.post("submissions/", {"language": "en", "text": ARTICLE}, KEY)
    assert turned.headers[AGAIN] == "true"


def test_a_key_means_the_same_with_its_marks_and_without(rosa):
    rosa.submit(key=KEY)
    assert rosa.submit(key=KEY.strip('"')).headers[AGAIN] == "true"


def test_another_caller_with_the_same_key_is_answered_for_themselves(rosa):
    mine = rosa.submit(key=KEY)
    theirs = Caller("tom").submit(key=KEY)
    assert (mine.status_code, theirs.status_code) == (201, 200)
    assert AGAIN not in theirs.headers


def test_two_keys_of_one_person_repeat_each_other(rosa):
    rosa.submit(key=KEY)
    assert Caller("rosa").submit(key=KEY).headers[AGAIN] == "true"


def test_what_was_refused_is_judged_anew(rosa):
    assert rosa.submit(" \n", key=KEY).status_code == 400
    assert rosa.submit(key=KEY).status_code == 201
    assert FirstAnswer.objects.get().key == KEY.strip('"')


def test_after_a_day_the_key_is_as_good_as_new(rosa):
    rosa.submit(key=KEY)
    FirstAnswer.objects.update(given_at=timezone.now() - first_answers.KEPT_FOR)
    answer = rosa.submit(key=KEY)
    assert answer.status_code == 200
    assert AGAIN not in answer.headers


def test_a_moment_before_it_is_not(rosa):
    rosa.submit(key=KEY)
    almost = first_answers.KEPT_FOR - timedelta(seconds=30)
    FirstAnswer.objects.update(given_at=timezone.now() - almost)
    assert rosa.submit(key=KEY).headers[AGAIN] == "true"


def test_whoever_keeps_an_answer_clears_away_what_is_too_old(rosa):
    rosa.submit(key='"old"')
    FirstAnswer.objects.update(given_at=timezone.now() - first_answers.KEPT_FOR)
    Caller("tom").submit(key='"new"')
    assert FirstAnswer.objects.get().key == "new"


def test_once_all_are_forgotten_nothing_is_told_again(rosa):
    rosa.submit(key=KEY)
    first_answers.forget_all()
    assert AGAIN not in rosa.submit(key=KEY).headers


def test_a_key_that_may_no_longer_write_is_told_nothing(rosa):
    rosa.submit(key=KEY)
    rosa.me.groups.clear()
    assert rosa.submit(key=KEY).status_code == 403


@pytest.mark.parametrize("key", ["", '""', '"a', 'a"b"', "a, b", '"ü"', '"' + "x" * 201 + '"'])
def test_a_malformed_key_is_refused(rosa, key):
    answer = rosa.submit(key=key)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "Idempotency-Key"
    assert not Article.objects.exists()
