import pytest

from quotesdb.wording import is_same_quote

SAID = "If the harbour freezes before the ships return, the whole coast will go hungry."


@pytest.mark.parametrize(
    "printed",
    [
        "If the harbor freezes before the ships return the whole coast will go hungry",
        "the whole coast will go hungry",
        "If the harbour freezes over before ships return, the whole coast goes hungry.",
        "“If the harbour freezes … the whole coast will go hungry.”",
    ],
)
def test_prints_of_the_same_words_are_one(printed):
    assert is_same_quote(SAID, printed)


@pytest.mark.parametrize(
    "printed",
    [
        "The ships return when the coast is clear of ice, and nobody goes hungry here.",
        "If the ministers agree before the week ends, the whole budget will go through.",
        "the harbour",
        "We will not let anybody go hungry.",
    ],
)
def test_other_words_are_another(printed):
    assert not is_same_quote(SAID, printed)


def test_a_phrase_that_anybody_might_use_is_not_enough():
    assert not is_same_quote("I do not know", "I do not know what the sea will bring us tomorrow")


def test_however_short_equal_words_are_one():
    assert is_same_quote("No.", "“No,”")
