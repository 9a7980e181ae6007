import pytest

from tests.benchmarks.near_copies import Collection, Copied

HELD = "The keeper of the northern light never slept while a lantern burned in the channel."
OTHER = "Nobody asked the fishermen before the council sold the ferry."


CASES = {
    HELD.upper(): Copied.BY_LETTERS,
    HELD.replace("lantern", "candle"): Copied.BY_LETTERS,
    "And so it was: the northern light never slept while a lantern burned, they said later.": (
        Copied.BY_WORDS
    ),
    "Never slept while a lantern burned.": Copied.NOT,
    "The keeper slept in the channel of the northern lantern, and a light burned.": Copied.NOT,
}


@pytest.mark.parametrize(("text", "copied"), CASES.items())
def test_a_copy_is_told_whatever_is_printed_around(text, copied):
    assert Collection([OTHER, text, HELD]).copied(1) is copied


def test_a_text_is_no_copy_of_itself():
    assert Collection([HELD, OTHER]).copied(0) is Copied.NOT


def test_a_run_is_no_copy_of_a_text_that_is_twice_as_long_and_more():
    longer = " ".join([HELD, *(f"other{at} word{at}" for at in range(20))])
    other = " ".join([OTHER, HELD[:60], *(f"more{at} said{at}" for at in range(20))])
    assert Collection([longer, other]).copied(0) is Copied.NOT
