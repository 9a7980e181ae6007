"""A curator with an article in hand and nothing recorded yet: all of it by mouse and keyboard."""

import pytest

from quotesdb.models import Appearance, Article, Outlet, Quote, Speaker
from tests.browser.picture import picture

pytestmark = pytest.mark.browser

WORDS = "They say, we are ready to negotiate."


def popup(page, opener):
    """The small window that a + opens."""
    with page.expect_popup() as opened:
        page.locator(opener).click()
    return opened.value


def save(window, page):
    """Save in a small window, which hands back what was added and closes."""
    with window.expect_event("close"):
        window.locator("input[name=_save]").click()
    page.bring_to_front()


def add_the_outlet(page, shot):
    small = popup(page, "#add_id_outlet")
    small.get_by_label("Name:", exact=True).fill("The Harbour Post")
    small.get_by_label("Kind:").select_option("newspaper")
    small.get_by_label("Country:").fill("TR")
    small.get_by_label("Language:").fill("en")
    shot(small, "2-outlet")
    save(small, page)


def add_the_article(page, shot):
    page.get_by_role("link", name="Add the article").click()
    page.get_by_label("Title:").fill("Ready to talk, officials say")
    page.get_by_label("Address:").fill("https://harbour.example/ready")
    page.get_by_label("Published on:").fill("2023-12-24")
    page.get_by_label("Language:").fill("en")
    add_the_outlet(page, shot)
    shot(page, "3-article")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("heading", name="Quotes that this article prints").wait_for()
    shot(page, "4-saved-article")


def add_the_anonymous_source(page, opener):
    """From a field for a speaker, with the outlet that granted it, which is new as well."""
    small = popup(page, opener)
    small.get_by_label("Name:", exact=True).fill("senior international official")
    small.get_by_label("Kind:").select_option("anonymous")
    smaller = popup(small, "#add_id_granted_by")
    smaller.get_by_label("Name:", exact=True).fill("The New York Times")
    smaller.get_by_label("Also known as:").fill("NYT\nNew York Times")
    save(smaller, small)
    save(small, page)


def add_the_quote(page, shot):
    small = popup(page, "#add_id_quote")
    small.get_by_label("Reference wording:").fill(WORDS)
    small.get_by_label("Language:").fill("en")
    small.get_by_label("Said on or after:").fill("2023-09-01")
    small.get_by_label("Said on or before:").fill("2023-12-23")
    add_the_anonymous_source(small, "#add_id_speaker")
    shot(small, "5-quote")
    save(small, page)


def choose(page, field, term, found):
    """Search in a field and take what is found."""
    page.locator(f"#{field} + .select2").click()
    page.locator(".select2-search__field").last.fill(term)
    page.get_by_role("option", name=found).click()


def choose_by_keys(page, field, term, found):
    """The same without a mouse, by somebody who does not wait for the answer."""
    page.locator(f"#{field} + .select2 .select2-selection").focus()
    page.keyboard.press("Enter")
    page.get_by_role("option", name=found).wait_for()
    page.keyboard.type(term)
    page.keyboard.press("Enter")
    chosen = page.locator(".select2-results__option--highlighted").filter(has_text=found)
    chosen.and_(page.locator(":only-child")).wait_for()
    page.keyboard.press("Enter")


def record_the_appearance(page, shot):
    page.get_by_role("link", name="Add an appearance").click()
    add_the_quote(page, shot)
    page.get_by_label("Form:").select_option("direct")
    page.get_by_label("Cue:").fill("said")
    page.locator("#id_segments-0-exact").fill(WORDS)
    choose(page, "id_chain-0-speaker", "senior", "senior international official")
    page.locator("#id_chain-0-relation").select_option("told")
    page.locator("#id_chain-0-attributed_as").fill("one senior international official")
    choose_by_keys(page, "id_chain-1-speaker", "new yrok", "The New York Times (outlet")
    page.locator("#id_chain-1-relation").select_option("reported")
    page.get_by_label("Why this change?").fill("recorded by hand")
    shot(page, "6-appearance")
    page.get_by_role("button", name="Save and go back to the article").click()
    page.get_by_role("heading", name="Quotes that this article prints").wait_for()
    shot(page, "7-back-at-the-article")


@pytest.mark.django_db(transaction=True)
def test_from_an_empty_desk_to_the_article_with_its_chain(desk, complaints, tmp_path):
    def shot(page, name):
        picture(page, tmp_path, name)

    shot(desk, "1-index")
    add_the_article(desk, shot)
    record_the_appearance(desk, shot)
    row = desk.locator("#appearances tbody tr")
    assert WORDS in row.inner_text()
    assert "senior international official → The New York Times" in row.inner_text()
    check_the_rows()
    assert complaints == []


def check_the_rows():
    article = Article.objects.get()
    assert (article.outlet.speaker.name, str(article.published_on)) == (
        "The Harbour Post",
        "2023-12-24",
    )
    quote = Quote.objects.get()
    assert (quote.text, quote.speaker.name, quote.speaker.granted_by.speaker.slug) == (
        WORDS,
        "senior international official",
        "the-new-york-times",
    )
    appearance = Appearance.objects.get()
    assert (appearance.article, appearance.quote, appearance.wording) == (article, quote, WORDS)
    assert appearance.language == "en"
    assert list(appearance.chain.values_list("position", "speaker__slug", "relation")) == [
        (0, "senior-international-official", "told"),
        (1, "the-new-york-times", "reported"),
    ]
    assert appearance.history.get().history_change_reason == "recorded by hand"
    assert (Outlet.objects.count(), Speaker.objects.count()) == (2, 3)
