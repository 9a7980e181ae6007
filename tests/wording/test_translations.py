import pytest

from quotesdb.wording import Kind
from tests.wording.told import kind

ONE, OTHER = "We shall not leave the island.", "We are not going to quit the isle."


@pytest.mark.parametrize("side", ["a_is_translation", "b_is_translation"])
def test_declared_ones_are_told_as_such(side):
    assert kind(ONE, OTHER, **{side: True}) is Kind.TRANSLATED


def test_two_languages_are_two_wordings_of_one_sense():
    german = "Wir werden die Insel nicht verlassen."
    assert kind(ONE, german, a_language="en", b_language="de") is Kind.TRANSLATED


def test_two_countries_are_not_two_languages():
    languages = {"a_language": "en-GB", "b_language": "en_US"}
    assert kind(ONE, "We shall never leave the island.", **languages) is Kind.EDITED


def test_a_language_not_known_differs_from_none():
    assert kind(ONE, "We shall never leave the island.", a_language="en") is Kind.EDITED


def test_the_same_words_are_the_same_whoever_translated_them():
    assert kind(ONE, ONE, b_is_translation=True) is Kind.EXACT
    assert kind(ONE, ONE.upper(), b_is_translation=True) is Kind.TYPOGRAPHIC
    assert kind(ONE, "not leave the island", b_is_translation=True) is Kind.EXCERPT
