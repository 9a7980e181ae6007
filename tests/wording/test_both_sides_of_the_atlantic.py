import pytest

from quotesdb.wording import normalise
from quotesdb.wording.spelling import american
from quotesdb.wording.spelling_words import DOUBLED, OGUE, OUR, PAIRS, RE, VOWELS

ONE_SPELLING = """
surprise advise exercise promise cruise noise wise likewise otherwise praise rise size prize four
hour our tour pour devour contour acre ogre more centrepiece controlled called fulfilled excelled
vogue league rogue visit basis raising promising comparison whilst while
"""


@pytest.mark.parametrize(
    ("british", "us"),
    [
        ("colour", "color"),
        ("unfavourable", "unfavorable"),
        ("neighbouring", "neighboring"),
        ("metre", "meter"),
        ("kilometres", "kilometers"),
        ("theatre", "theater"),
        ("organise", "organize"),
        ("organisations", "organizations"),
        ("recognised", "recognized"),
        ("criticising", "criticizing"),
        ("analysed", "analyzed"),
        ("dialogue", "dialog"),
        ("travelled", "traveled"),
        ("cancelling", "canceling"),
        ("defence", "defense"),
        ("ageing", "aging"),
        ("programmes", "programs"),
        ("sceptics", "skeptics"),
        ("anaemia", "anemia"),
        ("manoeuvred", "maneuvered"),
        ("fulfil", "fulfill"),
        ("grey", "gray"),
        ("judgement", "judgment"),
    ],
)
def test_are_spelled_alike(british, us):
    assert normalise(british).text == normalise(us).text == us


@pytest.mark.parametrize("word", ONE_SPELLING.split())
def test_words_with_one_spelling_keep_it(word):
    assert american(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [("prise", "prize"), ("metre", "metro"), ("colour", "collar"), ("council", "counsel")],
)
def test_two_words_stay_two(one, other):
    assert american(one) != american(other)


def test_the_american_spelling_is_final():
    assert [word for word in PAIRS.values() if american(word) != word] == []


@pytest.mark.parametrize(
    "british", [*OUR, *RE, *OGUE, *PAIRS, *VOWELS, *(f"{verb}led" for verb in DOUBLED)]
)
def test_every_listed_word_is_spelled_anew(british):
    assert american(british) != british
