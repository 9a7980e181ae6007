"""Attempts to sign in are few, and nobody can keep a curator out by wasting them."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quotesdb.models import Curator
from quotesdb.throttling.limits import Limit

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"
RIGHT = "a password of nobody"
AT_HOME, ELSEWHERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture(autouse=True)
def limits(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    settings.LIMITS = {
        "sign-in": Limit("sign-in", 3, 86_400),
        "sign-in-to-name": Limit("sign-in-to-name", 6, 86_400),
        "sign-in-from-address": Limit("sign-in-from-address", 8, 86_400),
    }


@pytest.fixture(autouse=True)
def ada():
    return Curator.objects.create_superuser("ada", password=RIGHT)


def sign_in(name="ada", password="wrong", address=AT_HOME, client=None):
    given = {"username": name, "password": password, "next": "/admin/"}
    return (client or Client()).post(LOGIN, given, REMOTE_ADDR=address)


def without_numbers(answer):
    return re.sub(r"\d+", "", answer.content.decode()), answer.status_code


def test_after_some_attempts_even_the_right_password_has_to_wait():
    for _ in range(3):
        assert sign_in().status_code == 200
    answer = sign_in(password=RIGHT)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 86_400
    minutes = re.search(r"Try again in (\d+) minute", answer.content.decode())
    assert int(minutes[1]) == -(-int(answer["Retry-After"]) // 60)
    assert "no-store" in answer["Cache-Control"]


def test_signing_in_lets_mistyped_passwords_be_forgotten():
    for _ in range(2):
        for _ in range(2):
            assert sign_in().status_code == 200
        assert sign_in(password=RIGHT).status_code == 302


def test_a_name_that_does_not_exist_is_answered_alike():
    told = [[without_numbers(sign_in(name)) for _ in range(4)] for name in ("ada", "eve")]
    assert [status for _, status in told[0]] == [200, 200, 200, 429]
    assert told[0][3] == told[1][3]
    shown = [page.replace('value="eve"', 'value="ada"') for page, _ in (told[0][0], told[1][0])]
    hidden = r'csrfmiddlewaretoken" value="[^"]*"'
    assert re.sub(hidden, "", shown[0]) == re.sub(hidden, "", shown[1])


def test_a_locked_name_can_still_come_from_another_address():
    for _ in range(4):
        sign_in(address=ELSEWHERE)
    assert sign_in(password=RIGHT).status_code == 302


def test_many_addresses_cannot_guess_at_one_name():
    for number in range(6):
        assert sign_in(address=f"198.51.100.{number}").status_code == 200
    answer = sign_in(address="198.51.100.99", password=RIGHT)
    assert answer.status_code == 429
    assert "In a browser in which you signed in lately" in answer.content.decode()


def test_but_they_cannot_keep_its_owner_out_where_she_signed_in_before():
    hers = Client()
    assert sign_in(password=RIGHT, client=hers).status_code == 302
    for number in range(9):
        sign_in(address=f"198.51.100.{number}")
    hers.post("/admin/logout/")
    assert sign_in(password=RIGHT, client=hers).status_code == 302


def test_a_known_browser_has_only_so_many_attempts_too():
    hers = Client()
    sign_in(password=RIGHT, client=hers)
    hers.post("/admin/logout/")
    assert [sign_in(client=hers).status_code for _ in range(4)] == [200, 200, 200, 429]


def test_a_browser_known_for_one_name_is_a_stranger_to_another():
    Curator.objects.create_superuser("grace", password=RIGHT)
    hers = Client()
    sign_in(password=RIGHT, client=hers)
    for number in range(6):
        sign_in("grace", address=f"198.51.100.{number}")
    hers.post("/admin/logout/")
    assert sign_in("grace", password=RIGHT, client=hers).status_code == 429


@pytest.mark.parametrize("value", ["", "x", "x:y:z", "0" * 32])
def test_an_invented_cookie_is_a_strangers(value):
    for number in range(6):
        sign_in(address=f"198.51.100.{number}")
    client = Client()
    client.cookies["known_here"] = value
    assert sign_in(password=RIGHT, client=client).status_code == 429


def test_one_address_cannot_try_a_password_on_many_names():
    answers = [sign_in(f"somebody{number}").status_code for number in range(9)]
    assert answers == [200] * 8 + [429]


def test_the_cookie_is_out_of_reach_of_scripts_and_names_nobody():
    client = Client()
    sign_in(password=RIGHT, client=client)
    cookie = client.cookies["known_here"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert "ada" not in cookie.value


def test_somebody_without_a_way_in_is_told_nothing_else_than_a_stranger():
    Curator.objects.create_user("reader", password=RIGHT)
    right, wrong = sign_in("reader", RIGHT), sign_in("reader", "wrong")
    assert right.status_code == wrong.status_code == 200
    assert "correct username and password" in right.content.decode()
    assert "known_here" not in right.cookies


def test_one_too_many_does_not_even_look_for_the_account():
    for _ in range(3):
        sign_in()
    with CaptureQueriesContext(connection) as asked:
        assert sign_in(password=RIGHT).status_code == 429
    assert not [it for it in asked if "quotesdb_curator" in it["sql"]]


def test_whoever_shares_an_address_with_a_guesser_comes_in_where_she_did_before():
    hers = Client()
    sign_in(password=RIGHT, client=hers)
    hers.post("/admin/logout/")
    for number in range(9):
        sign_in(f"somebody{number}")
    assert sign_in(password=RIGHT, client=hers).status_code == 302
