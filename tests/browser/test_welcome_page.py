import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.factory import make_appearance

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE, PHONE = {"width": 1200, "height": 800}, {"width": 360, "height": 740}


@pytest.fixture
def welcome(page, live_server):
    make_appearance()
    page.goto(live_server.url)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_everybody_can_read_it(welcome, scheme, size):
    welcome.emulate_media(color_scheme=scheme)
    welcome.set_viewport_size(size)
    assert Axe().run(welcome).generate_report().startswith("Found 0 accessibility violations")


def test_nothing_sticks_out_on_a_phone(welcome):
    welcome.set_viewport_size(PHONE)
    assert welcome.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_the_example_question_shows_its_answer(welcome):
    welcome.get_by_role("link", name="See the answer").click()
    assert welcome.url.endswith("/api/v1/quotes/?q=negotiate")
    assert '"results"' in welcome.content()
