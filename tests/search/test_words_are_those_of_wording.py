"""Words are folded piece by piece, much faster than `wording` does it, and yet alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotesdb.search import words
from quotesdb.search.words import GAP, Placed, placed_words
from quotesdb.wording import normalise

LISTED = """
cease fire twenty five U.S. won't he's it’s Ünï [Ann] talk[s] … ... ‥ . harbour organised 1,234 ½
"Ann, (harbours) 'tis dogs' Cannot. Won't!" A. (.) I'm; Twenty- five? ').'" Gonna."
谈判 ภาษาไทย a-b $5 50% cannot one per cent \u0301x Мир hаrbour ( ) — [ ] “we” ™
"""
AWKWARD = st.sampled_from(LISTED.split())
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(AWKWARD | st.text(max_size=4), max_size=8).map(" ".join),
    st.lists(AWKWARD | st.text(max_size=4), max_size=8).map("".join),
)


def by_wording(text):
    """The slow way, whole: what `wording` says, and the little that search changes of it."""
    return list(words._fit(words._of_token(token) for token in normalise(text).tokens))


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_piece_by_piece_is_the_same_as_whole(text):
    assert placed_words(text) == by_wording(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_word_holds_what_would_divide_it_or_quote_it(text):
    for word in placed_words(text):
        assert word.key
        assert not any(letter.isspace() or letter in "\x00'\"\\" for letter in word.key)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The cease-fire won’t hold", ["the", "ceasefire", "will", "not", "hold"]),
        ("a cease fire", ["a", "ceasefire"]),
        ("Putin’s café", ["putin", "cafe"]),
        ("twenty five", ["25"]),
        ("We talk … and wait", ["we", "talk", GAP, "and", "wait"]),
        ("和平谈判", ["和", "平", "谈", "判"]),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("شرح الخطة", ["شرح", "الخطة"]),
    ],
)
def test_words_as_they_are_found(text, keys):
    assert [word.key for word in placed_words(text)] == keys


def test_places_are_counted_in_the_text_as_printed():
    text = "“A  cease fire, ½ way”"
    places = [text[word.start : word.end] for word in placed_words(text)]
    assert places == ["A", "cease fire", "½", "way"]


def test_a_word_without_end_is_cut():
    assert placed_words("x" * 1000)[0] == Placed("x" * words.LONGEST, 0, 1000)
