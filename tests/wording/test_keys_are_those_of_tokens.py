"""The quick way to the words of a text gives what the whole way gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotesdb.wording import normalise
from quotesdb.wording.keys import keys

PIECES = [
    "They", "won't", "don’t", "cease", "fire", "cease-fire", "twenty", "five", "twenty-five",
    "1,234.5", "2½", "U.S.", "U.S", "a.m.", "colour", "organised", "[sic]", "talk[s]", "[", "]",
    "...", "…", ". . .", ". .", "(…)", "( . . . )", "—", "–", "-", "--", "`so", "“No,”", "'tis",
    "rock'n'roll", "café", "café", "Москва", "сomрany", "北京欢迎你", "ﬁve", "™", "Straße", "5%",
    "$3", "&", "İ", "\u00ad", "e-mail", "no\none", "ev-\nery", "\u2003", "é́", "१२", "co-op", "x.",
    ".x", "..x", "can not", "any", "more", "per", "cent", "in", "to", "gonna", "y'all's",
]  # fmt: skip
MADE_OF_PIECES = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "", "\n", ", "]))
)


def the_whole_way(text):
    return tuple(token.key for token in normalise(text).words)


@given(MADE_OF_PIECES.map(lambda pieces: "".join(word + space for word, space in pieces)))
def test_of_words_in_any_order(text):
    assert keys(text) == the_whole_way(text)


@given(st.text(max_size=60))
def test_of_any_characters(text):
    assert keys(text) == the_whole_way(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cease-fire: twenty five, not 2,500!", ("ceasefire", "25", "not", "2500")),
        ("“Don’t organise” — she’s said", ("do", "not", "organize", "she", "'s", "said")),
        ("cease … fire", ("cease", "fire")),
        ("cease.. fire", ("cease", "fire")),
        ("twenty\n. . . five", ("20", "5")),
        ("twenty\n.\n.\n.\nfive", ("20", "5")),
        ("", ()),
        ("…", ()),
    ],
)
def test_what_they_are(text, words):
    assert keys(text) == words == the_whole_way(text)
