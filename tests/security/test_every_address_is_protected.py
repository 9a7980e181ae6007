"""The headers stand on every answer, whatever is asked and whoever asks."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest

from quotesdb.models import Curator, Quote
from tests.api.asking import make_a_reported_quote
from tests.review.submitted import submit
from tests.security.addresses import address_of, patterns

pytestmark = pytest.mark.django_db

EXACTLY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NOBODYS = {"object-src": ["'none'"], "frame-ancestors": ["'none'"]}
OWN = ("base-uri", "default-src", "form-action", "script-src")
HASH = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")
ADDRESSES = sorted({address_of(route) for route, _ in patterns()} | {"/nowhere", "/static/no.css"})


@pytest.fixture(params=["stranger", "administrator"])
def somebody(request, client):
    if request.param == "administrator":
        client.force_login(Curator.objects.create_superuser("ada"))
    return client


@pytest.fixture(autouse=True)
def records(db):
    make_a_reported_quote()
    submit()


def ask(client, address):
    client.raise_request_exception = False
    return client.get(address)


def policy_of(answer):
    directives = answer["Content-Security-Policy"].split(";")
    return {name: sources for name, *sources in (it.split() for it in directives)}


def test_on_every_answer(somebody):
    for address in ADDRESSES:
        answer = ask(somebody, address)
        assert answer.status_code < 500, address
        assert {name: answer.get(name) for name in EXACTLY} == EXACTLY, address
        assert "camera=()" in answer["Permissions-Policy"], address
        assert answer["Cross-Origin-Resource-Policy"] == shown_by(address), address
        check_policy(policy_of(answer), address)


def test_a_picture_may_have_the_style_that_is_in_it_and_no_other(client):
    quote = Quote.objects.first()
    answer = client.get(f"/api/v1/quotes/{quote.pk}/graph/?format=svg")
    (style,) = re.findall("<style>(.*?)</style>", answer.content.decode())
    digest = b64encode(sha256(unescape(style).encode()).digest()).decode()
    assert set(policy_of(answer)["style-src"]) == {"'self'", f"'sha256-{digest}'"}


def shown_by(address):
    data = address.startswith("/api/") and not re.search(r"/(docs|redoc)/", address)
    return "cross-origin" if data else "same-origin"


def check_policy(policy, address):
    assert {name: policy[name] for name in NOBODYS} == NOBODYS, address
    assert {name: policy[name] for name in OWN} == dict.fromkeys(OWN, ["'self'"]), address
    assert policy["img-src"] == ["'self'", "data:"], address
    assert [it for it in policy["style-src"] if it != "'self'" and not HASH.fullmatch(it)] == []
    assert set(policy) - {"style-src", "img-src", "worker-src", *NOBODYS, *OWN} == set(), address


def test_no_page_has_scripts_or_styles_in_it(somebody):
    seen = 0
    for address in ADDRESSES:
        answer = ask(somebody, address)
        if answer.get("Content-Type", "").startswith("text/html"):
            seen += 1
            page = Inline()
            page.feed(answer.content.decode())
            assert page.found == [], address
    assert seen > 5


class Inline(HTMLParser):
    """Finds what a strict policy would not let run."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "style" or "style" in given:
            self.found.append((tag, given))
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.found.append((tag, given))
        if any(name.startswith("on") for name in given):
            self.found.append((tag, given))


def test_what_a_signed_in_person_sees_is_kept_by_no_shared_cache(client):
    client.force_login(Curator.objects.create_superuser("ada"))
    for address in (it for it in ADDRESSES if it.startswith("/admin/")):
        answer = ask(client, address)
        if answer.status_code == 200 and "jsi18n" not in address:
            kept = answer.get("Cache-Control", "").split(", ") + answer.get("Vary", "").split(", ")
            assert {"no-store", "private", "Cookie"} & set(kept), address


def test_over_tls_browsers_are_told_to_keep_to_it(client, settings):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 3600, True
    answer = client.get("/api/v1/quotes/", secure=True)
    assert answer["Strict-Transport-Security"] == "max-age=3600; includeSubDomains"


def test_the_walk_sees_what_there_is():
    for known in ("/admin/login/", "/api/v1/quotes/1/", "/api/docs/", "/", "/api/v1/lookup/"):
        assert known in ADDRESSES
