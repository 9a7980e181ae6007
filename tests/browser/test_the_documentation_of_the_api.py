import pytest

from tests.api.asking import make_a_reported_quote

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def quiet(page):
    """A page that must not complain; that it stays at home, every page must."""
    complaints = []
    page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
    page.on("pageerror", lambda raised: complaints.append(str(raised)))
    yield page
    assert complaints == []


def test_swagger_ui_shows_every_resource_and_asks_the_api(quiet, live_server):
    quiet.goto(f"{live_server.url}/api/docs/")
    for name in ("quotes", "appearances", "articles", "speakers", "outlets"):
        quiet.locator(f"#operations-tag-{name}").wait_for()
    quiet.locator("#operations-speakers-speakers_list").click()
    quiet.get_by_role("button", name="Try it out").click()
    quiet.get_by_role("button", name="Execute").click()
    quiet.get_by_text("Server response", exact=True).wait_for()


def test_redoc_shows_every_resource(quiet, live_server):
    quiet.goto(f"{live_server.url}/api/redoc/")
    for heading in ("List quotes", "One appearance", "List outlets"):
        quiet.get_by_role("heading", name=heading).wait_for()


def test_the_picture_of_a_quote_keeps_its_colours(quiet, live_server):
    quote = make_a_reported_quote()
    quiet.emulate_media(color_scheme="dark")
    quiet.goto(f"{live_server.url}/api/v1/quotes/{quote.pk}/graph/?format=svg")
    assert quiet.evaluate("document.styleSheets.length") == 1
