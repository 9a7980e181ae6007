"""What is remembered of hosts lets nobody in, and keeps nobody out."""

import pytest

pytestmark = pytest.mark.django_db


def status_for(client, host):
    return client.get("/api/v1/quotes/", headers={"host": host}).status_code


def test_one_that_was_let_in_lets_in_no_other(client, settings):
    settings.ALLOWED_HOSTS = ["quotes.example"]
    for host in ("quotes.example", "quotes.example:8000", "QUOTES.example"):
        assert [status_for(client, host) for _ in range(2)] == [200, 200], host
    for host in ("other.example", "quotes.example.evil", "quotes.example@evil", "a b", ""):
        assert [status_for(client, host) for _ in range(2)] == [400, 400], host


def test_it_is_let_in_only_as_long_as_it_is_ours(client, settings):
    settings.ALLOWED_HOSTS = ["quotes.example"]
    assert status_for(client, "quotes.example") == 200
    settings.ALLOWED_HOSTS = ["other.example"]
    assert status_for(client, "quotes.example") == 400
    assert status_for(client, "other.example") == 200
