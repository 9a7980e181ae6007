"""A page in the system's Chromium, which must stay at home and complain of nothing."""

import os

import pytest
from playwright.sync_api import sync_playwright

from quotesdb.models import Curator
from tests.browser.chromium import find_chromium

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session", autouse=True)
def playwright_has_a_loop_of_its_own():
    """Playwright runs one, and Django would therefore refuse to use the database here."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
    if before is not None:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture(scope="session")
def chromium():
    program = find_chromium()
    if program is None:
        pytest.skip("There is no Chromium here.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, live_server):
    """An empty page; at the end it has gone to no other host."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    went_astray = []
    context.on("request", lambda sent: astray(sent.url, live_server.url, went_astray))
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()
    assert went_astray == []


def astray(address, home, found):
    if not address.startswith((f"{home}/", f"blob:{home}/", "data:", "about:")):
        found.append(address)


@pytest.fixture
def curator(transactional_db):
    return Curator.objects.create_superuser("ada", password="a password of nobody")


@pytest.fixture
def complaints(page):
    """What the pages, small windows too, say in the browser's console."""
    heard = []
    page.context.on("console", lambda said: said.type == "error" and heard.append(said.text))
    page.context.on("weberror", lambda raised: heard.append(str(raised.error)))
    return heard


@pytest.fixture(params=["light", "dark"])
def desk(request, page, live_server, curator):
    """The page, signed in at the desk."""
    page.emulate_media(color_scheme=request.param)
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password").fill("a password of nobody")
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Record what an article quotes").wait_for()
    return page
