"""The pages as those meet them who read with their ears, or without colours: axe-core looks."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests import factory
from tests.browser.picture import picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

GRAVE = {"serious", "critical"}
# Without a name for the ear in Django's own admin: the field of its search, and what select2 draws.
DJANGOS = [["#searchbar"], [".select2-selection"]]
LISTS = ["quote", "appearance", "article", "speaker", "outlet", "correction"]


def make_an_appearance():
    outlet = factory.make_outlet("The New York Times", aliases=["NYT"], domain="nyt.example")
    source = factory.make_speaker("senior official", kind="anonymous", granted_by=outlet)
    article = factory.make_article(title="Talks", outlet=outlet, relies_on=[outlet])
    quote = factory.make_quote("Rivers do not negotiate.", speaker=source, said_from="2023-09-01")
    appearance = factory.make_appearance(quote, article, chain=[source, outlet])
    for about in (article, appearance, quote):
        factory.make_correction(about, source_url="https://nyt.example/corrections")
    return appearance


def addresses(appearance):
    """The index, every list, every form, filled and empty, a history and a deletion."""
    yield ""
    for name in LISTS:
        yield f"quotesdb/{name}/"
        yield f"quotesdb/{name}/add/"
    outlet = appearance.article.outlet
    correction = appearance.corrections.get()
    printed = (appearance, appearance.article, appearance.quote, correction)
    for record in (*printed, outlet, outlet.speaker):
        yield f"quotesdb/{record._meta.model_name}/{record.pk}/change/"
    yield f"quotesdb/appearance/{appearance.pk}/change/?_back=article-{appearance.article_id}"
    yield f"quotesdb/appearance/{appearance.pk}/history/"
    yield f"quotesdb/appearance/{appearance.pk}/delete/"


def grave(page):
    """What axe finds that keeps people from using the page."""
    return [
        (violation["id"], [node["html"][:160] for node in violation["nodes"]])
        for violation in Axe().run(page, {"exclude": DJANGOS}).response["violations"]
        if violation["impact"] in GRAVE
    ]


def test_no_page_has_a_grave_fault(desk, complaints, live_server, tmp_path):
    faults = {}
    for number, address in enumerate(addresses(make_an_appearance())):
        desk.goto(f"{live_server.url}/admin/{address}")
        picture(desk, tmp_path, f"{number:02}-{address.strip('/').split('?')[0].replace('/', '-')}")
        assert complaints == []
        if found := grave(desk):
            faults[address] = found
        complaints.clear()  # axe itself tries inline styles
    assert faults == {}


def test_an_empty_list_and_a_refusal_have_no_grave_fault(desk, live_server, tmp_path):
    desk.goto(f"{live_server.url}/admin/quotesdb/article/")
    picture(desk, tmp_path, "empty")
    assert grave(desk) == []
    desk.goto(f"{live_server.url}/admin/quotesdb/speaker/add/")
    desk.get_by_label("Name:", exact=True).fill("Grace")
    desk.get_by_label("Kind:").select_option("person")
    desk.get_by_label("Wikidata id:").fill("42")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("A Wikidata id is a Q and a number").wait_for()
    picture(desk, tmp_path, "refused")
    assert grave(desk) == []
