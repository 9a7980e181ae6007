import pytest

from quotesdb.likeness import nearest
from quotesdb.likeness.scoring import LEFT_OUT, MOST_AROUND, MOST_LEFT_OUT, MOVED, PUT_IN, Asked
from tests.factory import make_quote

LONG = "x" * 1_000


def evidence(asked, other):
    """Each letter a word that says 10."""
    return Asked(asked, [10.0] * len(asked)).evidence(other)


def test_the_very_words_are_what_they_say():
    assert evidence("abcd", "abcd") == 40


def test_a_word_put_in_and_one_left_out_have_their_price():
    assert evidence("abxcd", "abcd") == 40 - PUT_IN
    assert evidence("abcd", "abxcd") == 40 - LEFT_OUT


def test_a_word_in_another_place_counts_in_part():
    assert evidence("dabc", "abcd") == 30 + MOVED * 10 - LEFT_OUT


def test_what_is_left_out_in_a_row_counts_so_much_at_most_wherever_it_is():
    for other in (LONG + "abcd", "ab" + LONG + "cd", "abcd" + LONG):
        assert evidence("abcyd", other) == 40 - PUT_IN - MOST_LEFT_OUT


def test_all_that_stands_around_an_excerpt_counts_less():
    for other in (LONG + "abcd", "abcd" + LONG, LONG + "abcd" + LONG):
        assert evidence("abcd", other) == 40 - MOST_AROUND
    assert evidence("abcd", "xabcdxx") == 40 - 3 * LEFT_OUT


def test_an_excerpt_is_one_even_where_its_words_stand_here_and_there_besides():
    other = "axbxcx" + LONG + "abc" + "xaxbxc"
    assert evidence("abc", other) == 30 - MOST_AROUND


def test_an_excerpt_of_something_long_is_likelier_than_something_short_with_a_word_put_in():
    assert evidence("abc", LONG + "abc" + LONG) > evidence("abc", "ab")


def test_words_left_out_here_and_there_count_each():
    assert evidence("abcd", "axxbxxcxxd") == 40 - 6 * LEFT_OUT
    ten = "x" * 10
    assert evidence("abcd", ten.join("abcd")) < evidence("abcd", f"{3 * ten}abcd")


def test_nothing_in_common_is_the_price_of_all_words():
    assert evidence("ab", "xyz") == -2 * PUT_IN - 3 * LEFT_OUT


@pytest.mark.django_db
def test_a_short_quote_is_likelier_than_long_words_that_have_it_here_and_there():
    make_quote(
        "They would not give up what they had, and came to me one evening, after the harbour had "
        "closed, with a boat and something in it that nobody had asked them to bring."
    )
    quote = make_quote("Give me something to drink.")
    [[first, *_]] = nearest(["give to me something"])
    assert first.quote == quote.pk
