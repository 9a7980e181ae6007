"""An article is pasted and reviewed, without the page ever loading again: by keys, and by mouse."""

import pytest

from quotesdb import review
from quotesdb.models import Appearance, Article, Candidate, Curator, Quote
from quotesdb.vocabulary import Rejection
from tests.browser.picture import picture
from tests.browser.reviewing import Hands, leave, paste, words_in_focus
from tests.factory import make_appearance, make_outlet, make_quote, make_speaker

REFUSED = "the server responded with a status of 409"
"""What the browser itself says of a refusal."""

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = (
    "The harbour of Eastmouth is a quiet place in winter.\n\n"
    "“We will open again when the ice has gone,” Mayor Grace Hill told the New York Times. "
    "“Nobody needs to leave.”\n\n"
    "“Nobody has asked the fishermen,” said Tom Reed, who owns two boats. “My brother told me, "
    "‘They never ask,’ and he was right.”\n\n"
    "The “Harbour Follies” open in May.\n"
)


@pytest.fixture
def held():
    """A printing of the mayor's words in other words, and a namesake's."""
    paper = make_outlet("The New York Times", aliases=["NYT"])
    mayor = make_speaker("Grace Hill", description="Mayor of Eastmouth.")
    quote = make_quote(
        "We will open again when the ice is gone. Nobody needs to leave.", speaker=mayor
    )
    make_appearance(quote, chain=[mayor, paper])
    return quote


@pytest.fixture
def hands(desk, complaints, live_server, held, tmp_path):
    """At the review page, where nothing may be complained of and nothing loads again."""
    picture(desk, tmp_path, "0-index")
    paste(desk, live_server.url, BODY, Title="The harbour closes")
    desk.evaluate("window.stayed = true")
    picture(desk, tmp_path, "1-review")
    yield Hands(desk)
    picture(desk, tmp_path, "9-end")
    assert desk.evaluate("window.stayed") is True
    leave(desk)
    assert [said for said in complaints if REFUSED not in said] == []


def until(page, words):
    page.get_by_text(words).first.wait_for()


def test_what_the_reader_has_right_takes_one_key(hands, held):
    page = hands.page
    assert words_in_focus(page).startswith("We will open again")
    assert (
        page.locator("#review-accept")
        .inner_text()
        .startswith(f"Accept as a wording of quote {held.pk}")
    )
    hands.press("Enter")
    until(page, f"Recorded as a wording of quote {held.pk}.")
    appearance = Appearance.objects.latest("pk")
    assert appearance.quote == held
    assert [hop.speaker.name for hop in appearance.chain.all()] == [
        "Grace Hill",
        "The New York Times",
    ]
    assert words_in_focus(page).startswith("Nobody has asked")
    assert hands.total == 1


def test_another_speaker_than_the_quotes_is_pointed_out(hands):
    page = hands.page
    assert page.get_by_text("naming somebody else").count() == 0
    hands.press("e")
    hands.type("Somebody Else")
    hands.press("Enter")
    until(page, "naming somebody else")


def test_a_decision_is_taken_back(hands):
    hands.press("n")
    hands.press("u")
    until(hands.page, "Taken back: it waits again.")
    assert not Candidate.objects.decided().exists()
    assert words_in_focus(hands.page).startswith("We will open again")


def test_a_rejection_has_a_reason(hands):
    hands.press("r")
    hands.press("3")
    until(hands.page, "Rejected: not worth recording.")
    row = Candidate.objects.decided().get()
    assert (row.rejection, row.decided_by.username) == ("not_worth_recording", "ada")


def test_other_words_are_marked_with_the_mouse(hands):
    page = hands.page
    hands.press("j")
    start = BODY.index("Nobody has asked")
    hands.mark(start, start + len("Nobody has asked"))
    assert words_in_focus(page) == "Nobody has asked"
    second = BODY.index("My brother")
    hands.mark(second, second + len("My brother told me,"), added=True)
    assert words_in_focus(page) == "Nobody has asked … My brother told me,"
    hands.press("Shift+ArrowLeft")
    hands.press("Control+ArrowRight")
    assert words_in_focus(page) == "has asked … My brother told"
    hands.press("Enter")
    until(page, "Recorded as new quote")
    assert Candidate.objects.decided().get().decision == "corrected"
    assert Appearance.objects.latest("pk").wording == "has asked My brother told"


def test_other_words_are_typed(hands):
    hands.press("j")
    hands.press("w")
    hands.page.locator("#review-words").fill("the fishermen\nnot in the article")
    hands.page.keyboard.press("Enter")
    until(hands.page, "The article does not have these words: “not in the article”")
    hands.page.locator("#review-words").fill("the fishermen\nMy brother")
    hands.page.keyboard.press("Enter")
    hands.settle()
    assert words_in_focus(hands.page) == "the fishermen … My brother"


def test_a_speaker_is_chosen_or_made_and_the_chain_edited(hands):
    page = hands.page
    hands.press("j")
    hands.press("e")
    hands.type("Tomas Reed")
    hands.press("Enter")
    hands.press("c")
    hands.type("NYT")
    hands.press("Enter")
    page.get_by_label("Medium of hop 0").select_option("interview")
    page.get_by_role("button", name="Move up hop 1").click()
    page.get_by_role("button", name="Move down hop 0").click()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    hands.press("Enter")
    until(page, "Recorded as new quote")
    appearance = Appearance.objects.latest("pk")
    assert appearance.quote.speaker.name == "Tomas Reed"
    assert [(hop.speaker.name, hop.medium) for hop in appearance.chain.all()] == [
        ("Tomas Reed", "interview"),
        ("The New York Times", ""),
    ]


def test_a_name_is_marked_in_the_article(hands):
    hands.press("j")
    hands.press("e")
    start = BODY.index("My brother")
    hands.mark(start, start + len("My brother"))
    hands.page.locator(".finder-options [role=option]").first.wait_for()
    hands.press("Enter")
    hands.press("Enter")
    until(hands.page, "Recorded as new quote")
    hop = Appearance.objects.latest("pk").chain.get()
    assert (hop.speaker.name, hop.attributed_as) == ("My brother", "My brother")


def test_the_quote_that_it_is_a_wording_of_is_looked_for(hands):
    other = make_quote("They did not ask us.", speaker="Tom Reed")
    hands.press("j")
    hands.press("m")
    hands.type("did not ask")
    hands.page.get_by_role("option", name="They did not ask us.").wait_for()
    hands.press("Enter")
    hands.press("Enter")
    until(hands.page, f"Recorded as a wording of quote {other.pk}.")


def test_those_whom_the_article_names_are_there_at_once(hands):
    hands.press("Enter")
    hands.press("c")
    hands.page.get_by_role("option", name="The New York Times").wait_for()
    hands.press("Enter")
    hands.press("Enter")
    until(hands.page, "Recorded as new quote")
    chain = Appearance.objects.latest("pk").chain.all()
    assert [hop.speaker.name for hop in chain] == ["Tom Reed", "The New York Times"]


def test_what_the_reader_missed_is_added_and_knows_what_it_stands_in(hands):
    page = hands.page
    hands.press("j")
    start = BODY.index("Nobody has asked")
    hands.mark(start, BODY.index(" and he was") - 1)
    hands.press("n")
    outer = Appearance.objects.latest("pk")
    hands.press("a")
    inner = BODY.index("They never ask")
    hands.mark(inner, inner + len("They never ask"))
    page.get_by_text("It stands inside").wait_for()
    page.get_by_role("button", name="Change the speaker of hop 0").wait_for()
    hands.press("e")
    hands.type("brother of Tom Reed")
    hands.press("Enter")
    hands.press("Enter")
    until(page, "Recorded as new quote")
    found = Appearance.objects.latest("pk")
    assert (found.wording, found.nested_in) == ("They never ask", outer)
    assert [hop.speaker.name for hop in found.chain.all()] == ["brother of Tom Reed", "Tom Reed"]
    assert Candidate.objects.get(appearance=found).reader == "curator"


def test_the_help_tells_all_keys_and_they_can_be_turned_off(hands, tmp_path):
    page = hands.page
    hands.press("?")
    until(page, "do the likely thing")
    picture(page, tmp_path, "help")
    page.get_by_label("Keys do nothing").check()
    page.get_by_role("button", name="Close").click()
    hands.press("n")
    assert not Candidate.objects.decided().exists()
    hands.press("j")
    page.get_by_role("button", name="Keys ?").click()
    page.get_by_label("Keys do nothing").uncheck()
    page.keyboard.press("Escape")


def test_another_curator_is_seen_and_taken_over_from(hands):
    page, article = hands.page, Article.objects.latest("pk")
    bob = Curator.objects.create_superuser("bob", password="a password of nobody")
    review.take(article.pk, bob, over=True)
    hands.press("n")
    until(page, "bob has this article until")
    assert Quote.objects.count() == 1
    one = Candidate.objects.order_by("start").first()
    review.reject(one.pk, Rejection.OTHER, by=bob, opened_version=1)
    hands.press("o")
    until(page, "Rejected as other, by bob.")
    hands.press("g")
    hands.press("n")
    until(page, "Recorded as new quote")


def test_a_decision_on_what_is_decided_is_refused_and_shown(hands):
    page = hands.page
    one = Candidate.objects.order_by("start").first()
    review.reject(one.pk, Rejection.OTHER, by=Curator.objects.get(), opened_version=1)
    hands.press("n")
    until(page, "ada has decided about this already: rejected. Nothing was saved.")
    until(page, "Rejected as other, by ada.")
    assert Quote.objects.count() == 1
