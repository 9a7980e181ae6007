"""Two records of one person, found, looked at and merged at the desk; then taken apart again."""

import pytest

from quotesdb.merging.duplicates import find_duplicates
from quotesdb.models import Merge, Quote
from tests import factory
from tests.browser.picture import picture
from tests.browser.test_the_desk_by_eye_and_ear import grave

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def make_two_of_one():
    one = factory.make_speaker("Grace Hill", wikidata_id="Q1", aliases=["G. Hill"])
    other = factory.make_speaker("Grace Hill", wikidata_id="Q2", description="The harbour master.")
    outlet = factory.make_outlet("The Harbour Post")
    article = factory.make_article(title="Harbour to close", outlet=outlet)
    for words in ("The harbour will close.", "Nobody asked the fishermen about any of it."):
        quote = factory.make_quote(words, speaker=one)
        factory.make_appearance(quote, article, chain=[one, other, outlet])
    twin = factory.make_quote("The harbour will close.", speaker=one)
    factory.make_appearance(twin, article, chain=[one])
    factory.make_outlet("Harbour Post", domain="harbour.example")
    find_duplicates()
    return one, other, twin


def test_merging_undoing_and_splitting(desk, complaints, live_server, tmp_path):
    one, other, twin = make_two_of_one()
    speaker = f"{live_server.url}/admin/quotesdb/speaker"

    def looked_at(name):
        picture(desk, tmp_path, name)
        assert complaints == [], name
        assert grave(desk) == [], name
        complaints.clear()  # axe writes styles of its own into the page, which are forbidden

    desk.goto(f"{live_server.url}/admin/quotesdb/duplicate/")
    looked_at("1-perhaps-the-same")
    desk.goto(f"{speaker}/{one.pk}/change/")
    desk.get_by_role("link", name="Merge into…").click()
    looked_at("2-choose")
    desk.locator(".select2-selection").click()
    desk.locator(".select2-search__field").fill("grace")
    desk.get_by_role("option", name="harbour master").click()
    desk.get_by_role("button", name="Show what that would do").click()
    desk.get_by_role("heading", name="What moves").wait_for()
    looked_at("3-preview")
    desk.get_by_label("Why are these the same?").fill("One person, registered twice.")
    desk.get_by_role("button", name="Merge them").click()
    desk.get_by_text("They contradict each other").wait_for()
    looked_at("4-refused")
    desk.get_by_role("row", name="Wikidata id").get_by_role("radio").first.check()
    desk.get_by_role("button", name="Merge them").click()
    desk.get_by_text("was merged into this speaker").wait_for()
    assert Quote.objects.filter(speaker=other).count() == 3
    desk.goto(f"{speaker}/{one.pk}/change/")
    looked_at("5-merged")
    desk.get_by_role("link", name="Who merged it").click()
    looked_at("6-the-merge")
    desk.get_by_role("button", name="Undo this merge").click()
    desk.get_by_text("The merge was undone").wait_for()
    assert Merge.objects.get().undone_at is not None
    looked_at("7-undone")
    desk.goto(f"{live_server.url}/admin/quotesdb/merge/")
    looked_at("8-merges")
    desk.goto(f"{speaker}/{one.pk}/split/")
    looked_at("9-split")
    first = Quote.objects.order_by("pk").first()
    desk.goto(f"{live_server.url}/admin/quotesdb/quote/{twin.pk}/merge/?into={first.pk}")
    looked_at("10-quotes")
    desk.set_viewport_size({"width": 400, "height": 800})
    looked_at("11-quotes-narrow")
