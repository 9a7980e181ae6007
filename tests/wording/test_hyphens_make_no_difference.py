import pytest

from quotesdb.wording import Kind, normalise
from tests.wording.told import kind


@pytest.mark.parametrize("print_", ["cease-fire", "ceasefire", "cease fire", "Cease‑Fire"])
def test_a_compound_has_one_form(print_):
    assert normalise(f"a {print_} now").text == "a ceasefire now"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a zig-zag course", "a zigzag course"),
        ("the boat house burns", "the boathouse burns"),
        ("a long-lived wall", "a long lived wall"),
    ],
)
def test_what_one_wording_joins_the_other_may_part(one, other):
    assert kind(one, other) is Kind.TYPOGRAPHIC


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I re-sign today", "I resign today"),
        ("we are now here", "we are nowhere"),
        ("they use less rope", "they useless rope"),
        ("she is not able", "she is notable"),
    ],
)
def test_words_of_another_sense_stay_apart(one, other):
    assert kind(one, other) is not Kind.TYPOGRAPHIC
