import pytest

from quotesdb.likeness import nearest
from tests.factory import make_quote

pytestmark = pytest.mark.django_db

SAID = [
    "The harbour wall has sunk by a hand's width.",
    "Переговоры начнутся завтра утром.",
    "我们准备好谈判了。",
    "no no no no no no no no",
    "سنبدأ المفاوضات غدا",
]


@pytest.fixture(autouse=True)
def quotes():
    return [make_quote(text) for text in SAID]


@pytest.mark.parametrize("text", ["", " ", "…", "?!", "\x00", "\ud800", "🙂🙂"])
def test_what_has_no_words_is_near_to_nothing(text):
    assert nearest([text]) == [[]]


def test_nothing_is_asked():
    assert nearest([]) == []


@pytest.mark.parametrize("at", range(len(SAID)))
def test_words_in_any_script_are_found(quotes, at):
    [[first, *_]] = nearest([SAID[at]])
    assert (first.quote, first.similarity) == (quotes[at].pk, 100)


def test_a_part_of_words_without_spaces_is_found(quotes):
    assert nearest(["准备好谈判"])[0][0].quote == quotes[2].pk


def test_sixty_thousand_characters_are_asked_at_once(quotes):
    text = " ".join(f"word{number}" for number in range(7_000)) + " " + SAID[0]
    assert len(nearest([text])[0]) <= 5


def test_the_same_word_again_and_again():
    assert len(nearest(["no " * 20_000])[0]) == 1


def test_each_text_has_its_own_answer_in_its_place(quotes):
    found = nearest([SAID[1], "", "xyzzy", SAID[0]])
    assert [[near.quote for near in some] for some in found] == [
        [quotes[1].pk],
        [],
        [],
        [quotes[0].pk],
    ]
