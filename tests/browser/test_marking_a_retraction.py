"""A paper takes its report back: a curator marks the article, and sees who is affected."""

import pytest

from quotesdb.models import Correction, Hop
from tests import factory
from tests.browser.picture import picture

pytestmark = pytest.mark.browser


@pytest.fixture
def report(transactional_db):
    """A report, a paper that has it on its chain, and a digest that relies on that paper."""
    paper = factory.make_outlet("The Harbour Post")
    report = factory.make_article(title="Harbour to close, master says", outlet=paper)
    herald = factory.make_article(
        title="Harbour closing soon", outlet=factory.make_outlet("The Inland Herald")
    )
    quote = factory.make_quote("The harbour will close on Friday.", speaker="Grace Hill")
    factory.make_appearance(quote, report)
    hop = Hop(speaker=paper.speaker, article=report, certainty="inferred")
    factory.make_appearance(quote, herald, chain=[hop])
    digest = factory.make_article(title="What the papers say", relies_on=[herald])
    factory.make_appearance(quote, digest, segments=["closing on Friday"], form="mixed")
    return report


def open_article(desk, title):
    desk.locator("#nav-sidebar, #content").get_by_role(
        "link", name="Articles", exact=True
    ).first.click()
    desk.get_by_role("link", name=title).click()


def mark_as_retracted(desk, shot):
    desk.get_by_role("link", name="Add a correction").click()
    desk.get_by_label("Kind:").select_option("retracted")
    desk.get_by_label("Made known on:").fill("2024-03-04")
    desk.get_by_label("Reason:").fill("The harbour master never spoke to the paper.")
    desk.get_by_label("Address of the source:").fill("https://harbour.example/corrections/1")
    shot("2-correction")
    desk.get_by_role("button", name="Save and go back to the article").click()


@pytest.mark.django_db(transaction=True)
def test_from_the_article_to_all_that_is_affected(report, desk, complaints, tmp_path):
    def shot(name):
        picture(desk, tmp_path, name)

    open_article(desk, "Harbour to close, master says")
    assert (
        "None is recorded about this article itself." in desk.locator("#corrections").inner_text()
    )
    shot("1-article")
    mark_as_retracted(desk, shot)
    note = desk.locator(".desk-marked").inner_text()
    assert note.startswith("This article was retracted on 2024-03-04: The harbour master never")
    assert "retracted: the article that prints it" in desk.locator("#appearances").inner_text()
    shot("3-back-at-the-article")
    see_whom_it_affects(desk, shot)
    assert Correction.objects.get().about == report
    assert complaints == []


def see_whom_it_affects(desk, shot):
    desk.locator(".desk-marked").get_by_role("link", name="The correction").click()
    told = desk.locator("#affects tbody tr")
    told.nth(2).wait_for()
    shot("4-whom-it-affects")
    desk.get_by_role("link", name="closing on Friday").click()
    note = desk.locator(".desk-affected").inner_text()
    assert "Harbour closing soon, which its article relies on (inferred)." in note.replace("”", "")
    shot("5-affected-appearance")
    desk.get_by_role("link", name="Quotes", exact=True).first.click()
    desk.get_by_role("link", name="The harbour will close on Friday.").click()
    shot("6-quote")
