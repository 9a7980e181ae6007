import pytest

from quotesdb.models import Quote
from quotesdb.printed_words import words_of
from tests.factory import make_appearance, make_quote

pytestmark = pytest.mark.django_db


def texts(quote):
    return [words.text for words in words_of([quote.pk])[quote.pk]]


def test_the_reference_comes_first_then_what_is_printed_otherwise():
    quote = make_quote("They are ready to talk.")
    make_appearance(quote, segments=["They were ready", "to talk."])
    assert texts(quote) == ["They are ready to talk.", "They were ready to talk."]


def test_the_same_words_count_once():
    quote = make_quote("They are ready to talk.")
    make_appearance(quote, segments=["They are ready to talk."])
    assert texts(quote) == ["They are ready to talk."]


def test_a_wording_names_the_first_appearance_that_prints_it():
    quote = make_quote("They are ready to talk.")
    first = make_appearance(quote, segments=["ready to talk"])
    make_appearance(quote, segments=["ready to talk"])
    assert [words.appearance for words in words_of([quote.pk])[quote.pk]] == [None, first.pk]


def test_a_merged_quote_has_no_words():
    quote, survivor = make_quote(), make_quote()
    make_appearance(quote, segments=["ready to talk"])
    Quote.objects.filter(pk=quote.pk).update(merged_into=survivor)
    assert texts(quote) == []


def test_a_quote_that_is_gone_has_no_words():
    assert words_of([10**9]) == {10**9: ()}


def test_one_query_for_any_number(django_assert_num_queries):
    quotes = [make_appearance(segments=["ready to talk"]).quote.pk for _ in range(3)]
    with django_assert_num_queries(1):
        words_of(quotes)
