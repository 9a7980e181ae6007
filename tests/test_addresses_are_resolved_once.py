"""What is remembered of an address is what Django would find, anew, for each."""

import pytest
from django.urls import Resolver404, URLResolver, get_resolver

from quotesdb.resolving import NUMBER, ResolvedOnce
from tests.security.addresses import address_of, patterns

ADDRESSES = sorted({address_of(route) for route, _ in patterns() if route.startswith("/api/")})
ODD = (
    "/api/v1/speakers/2024/",
    "/api/v1/quotes/0/",
    "/api/v1/quotes/007/",
    "/api/v1/quotes/12",
    "/api/v1/quotes/" + 18 * "9" + "/",
    "/api/v1/quotes/" + 19 * "9" + "/",
    "/api/v1/quotes/1/2/",
    "/api/v1/quotes/facets/",
    "/api/v1/nowhere/7/",
    "/api//v1/quotes/7/",
)
FACTS = ("func", "args", "kwargs", "captured_kwargs", "extra_kwargs", "url_name", "route")


def facts(resolve, path):
    try:
        found = resolve(path)
    except Resolver404:
        return None
    return [getattr(found, name) for name in (*FACTS, "view_name", "namespaces", "app_names")]


@pytest.fixture
def remembering():
    [found] = [it for it in get_resolver().url_patterns if isinstance(it, ResolvedOnce)]
    return found


def test_what_is_remembered_is_what_django_finds(remembering):
    for address in (*ADDRESSES, *ODD):
        path = address.removeprefix("/")
        found = facts(lambda it: URLResolver.resolve(remembering, it), path)
        for time in ("first", "second"):
            assert facts(remembering.resolve, path) == found, (address, time)


def test_numbers_that_follow_each_other_are_not_mixed_up(remembering):
    for number in ("12", "7", "0", "12"):
        assert remembering.resolve(f"api/v1/quotes/{number}/").kwargs == {"id": number}


def test_the_walk_sees_numbers_and_names():
    assert any(NUMBER.search(it) for it in ADDRESSES)
    assert len(ADDRESSES) > 40
