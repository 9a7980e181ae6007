"""The pages of the review desk, wide and narrow, light and dark: axe-core looks, and so may we."""

import pytest

from tests.browser.picture import picture
from tests.browser.reviewing import DESK, Hands, leave, paste
from tests.browser.test_reviewing_an_article import BODY, held
from tests.browser.test_the_desk_by_eye_and_ear import grave

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW, WIDE = {"width": 400, "height": 850}, {"width": 1600, "height": 1000}

__all__ = ["held"]


def check(page, complaints, folder, name):
    """A picture of both widths; nothing complained of, nothing grave, nothing sticking out."""
    for size, width in ((WIDE, "wide"), (NARROW, "narrow")):
        page.set_viewport_size(size)
        picture(page, folder, f"{name}-{width}")
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], name
    assert complaints == []
    assert grave(page) == [], name
    complaints.clear()  # axe itself tries inline styles


def test_no_page_has_a_grave_fault(desk, complaints, live_server, tmp_path, held):
    def seen(name):
        check(desk, complaints, tmp_path, name)

    home = f"{live_server.url}{DESK}"
    desk.goto(home)
    seen("queue-empty")
    desk.goto(f"{home}figures/")
    seen("figures-empty")
    desk.goto(f"{home}add/")
    seen("add")
    desk.get_by_role("button", name="Read it").click()
    desk.get_by_text("Nothing was saved").wait_for()
    seen("add-refused")
    paste(desk, live_server.url, BODY, Title="The harbour closes", Outlet="New York Times")
    hands = Hands(desk)
    seen("review")
    hands.press("e")
    hands.type("Grace")
    desk.locator(".finder-options [role=option]").first.wait_for()
    seen("review-choosing")
    hands.press("Escape")
    hands.press("r")
    seen("review-rejecting")
    hands.press("Escape")
    hands.press("?")
    seen("review-help")
    desk.get_by_role("button", name="Close").click()
    hands.press("Enter")
    hands.press("r")
    hands.press("1")
    seen("review-further")
    hands.press("g")
    hands.press("n")
    seen("review-finished")
    hands.press("k")
    seen("review-decided")
    leave(desk)
    desk.goto(home)
    seen("queue-after")
    desk.goto(f"{home}figures/")
    seen("figures")


def test_a_changed_version_and_another_curator_have_no_grave_fault(
    desk, complaints, live_server, tmp_path
):
    address = "https://harbour.example/winter"
    paste(desk, live_server.url, BODY, Address=address)
    Hands(desk).press("n")
    changed = BODY.replace("when the ice has gone", "in spring")
    paste(desk, live_server.url, changed, Address=address)
    check(desk, complaints, tmp_path, "review-changed")
    desk.goto(f"{live_server.url}{DESK}")
    check(desk, complaints, tmp_path, "queue")
    leave(desk)
