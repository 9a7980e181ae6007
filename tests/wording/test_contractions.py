import pytest

from quotesdb.wording import Kind, normalise
from tests.wording.told import kind


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("We’re late", "We are late"),
        ("we won't go", "we will not go"),
        ("we cannot go", "we can't go"),
        ("dont go", "do not go"),
        ("they've gone", "they have gone"),
        ("I'm here", "I am here"),
        ("let's go", "let us go"),
        ("we're gonna go", "we are going to go"),
        ("they shouldn't've gone", "they should not have gone"),
    ],
)
def test_are_written_out(short, long):
    assert normalise(short).text == normalise(long).text


@pytest.mark.parametrize(
    "long", ["He is moored at the pier", "He has moored at the pier", "He's moored at the pier"]
)
def test_what_is_open_agrees_with_either(long):
    assert kind("He’s moored at the pier", long) is Kind.TYPOGRAPHIC


@pytest.mark.parametrize("long", ["She would sail", "She had sail"])
def test_so_does_a_contracted_had_or_would(long):
    assert kind("She'd sail", long) is Kind.TYPOGRAPHIC


def test_but_not_with_a_third_word():
    assert kind("He's moored at the pier", "He was moored at the pier") is Kind.EDITED


def test_an_apostrophe_cannot_be_heard():
    assert kind("the captain's boats", "the captains boats") is Kind.TYPOGRAPHIC


def test_were_is_not_we_are():
    assert kind("we're lost at sea", "were lost at sea") is not Kind.TYPOGRAPHIC
