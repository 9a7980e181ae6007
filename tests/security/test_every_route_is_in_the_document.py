"""The inventory: whatever the API answers stands in its OpenAPI document, and nothing else does."""

import re

import pytest
from drf_spectacular.generators import SchemaGenerator

from tests.security.addresses import patterns

OF_THE_DOCUMENT = {"/api/schema/", "/api/docs/", "/api/redoc/", "/api/redoc/bundle.js"}
CATCH_ALL = "/api/"
METHODS = {"get", "post", "put", "patch", "delete"}


def told():
    """Path and method of every operation in the document."""
    paths = SchemaGenerator().get_schema(public=True)["paths"]
    return {(nameless(path), method) for path, of in paths.items() for method in of}


def nameless(path):
    return re.sub(r"\{\w+\}|<[\w:]+>", "{}", path)


def routes():
    for route, pattern in patterns():
        if route.startswith("/api/") and route != CATCH_ALL:
            yield route, pattern


def answered():
    """Path and method of everything that a view below /api/v1/ answers."""
    for route, pattern in routes():
        if route not in OF_THE_DOCUMENT:
            yield from ((nameless(route), method) for method in methods_of(pattern.callback))


def methods_of(callback):
    if actions := getattr(callback, "actions", None):
        allowed = set(callback.cls.http_method_names)
        return METHODS & actions.keys() & allowed
    return {it for it in METHODS if hasattr(callback.cls, it)}


def test_every_operation_is_told():
    left_out = {path for path, _ in set(answered()) - told()}
    assert left_out == set()


def test_nothing_is_told_that_is_not_there():
    assert told() - set(answered()) == set()


def test_the_walk_sees_the_routes():
    assert {("/api/v1/quotes/{}/", "get"), ("/api/v1/lookup/", "post")} <= set(answered())


@pytest.mark.django_db
def test_outside_of_it_there_is_nothing(client):
    for address in ("/api/v2/", "/api/v1/users/", "/api/internal/", "/api/v1/quotes/1/raw/"):
        assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_what_is_not_told_is_not_allowed(client):
    known = told()
    for path, _ in known:
        address = path.replace("{}", "1")
        for method in METHODS:
            if (path, method) not in known:
                answer = client.generic(method.upper(), address)
                assert answer.status_code in (403, 405), (method, address)
