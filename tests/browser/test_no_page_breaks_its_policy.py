"""The policy is strict, and no page needs more than it: a browser finds nothing to block."""

import pytest
from django.test import Client

from quotesdb.models import Curator
from tests.api.asking import make_a_reported_quote
from tests.review.submitted import submit
from tests.security.addresses import address_of, patterns

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TELL = """
    document.addEventListener("securitypolicyviolation", (found) => {
        console.log(`blocked: ${found.effectiveDirective} ${found.blockedURI} ${found.sample}`);
    });
"""


@pytest.fixture
def blocked(page):
    found = []
    page.on("console", lambda said: said.text.startswith("blocked:") and found.append(said.text))
    page.add_init_script(TELL)
    return found


@pytest.fixture
def program(page, live_server, curator):
    """A client signed in as the browser is, by the same cookie."""
    client = Client()
    client.force_login(curator)
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    return client


def pages_of_the_desk(program, quote, article):
    """All that a curator can open, with a record where one is needed."""
    numbers = {
        "quote": quote.pk,
        "article": article.pk,
        "appearance": quote.appearances.get().pk,
        "curator": Curator.objects.get().pk,
    }
    for route, _ in patterns():
        if route.startswith("/admin/") and "logout" not in route:
            kind = route.split("/")[3:4]
            number = numbers.get(*kind, 1)
            address = address_of(route, object_id=number, id=number, article=article.pk)
            if is_a_page(program.get(address)):
                yield address


def is_a_page(answer):
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


def test_no_page_of_the_desk(page, live_server, program, blocked):
    quote, article = make_a_reported_quote(), submit().article
    opened = 0
    for address in pages_of_the_desk(program, quote, article):
        page.goto(f"{live_server.url}{address}")
        opened += 1
        assert blocked == [], address
    assert opened > 30


@pytest.mark.parametrize("address", ["/", "/api/docs/", "/api/redoc/", "/admin/login/", "/nowhere"])
def test_no_page_for_everybody(page, live_server, blocked, address):
    page.goto(f"{live_server.url}{address}", wait_until="networkidle")
    assert blocked == []


def test_a_script_in_a_page_would_be_blocked(page, live_server, blocked):
    page.goto(f"{live_server.url}/")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
    }""")
    assert page.evaluate("window.ran") is None
    assert len(blocked) == 1
