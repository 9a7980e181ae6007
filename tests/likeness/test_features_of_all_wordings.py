"""However many wordings a quote has, it is found by what each of them is found by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotesdb.likeness.features import MANY, features, features_of_all, word_feature

WORDS = st.integers(0, 2**23 - 1)
WORDINGS = st.lists(st.lists(WORDS | st.integers(0, 5), max_size=40), max_size=6)


def of_each(wordings):
    return set().union(*map(features, wordings))


@given(WORDINGS)
def test_they_are_those_of_each(wordings):
    assert features_of_all(wordings) == of_each(wordings)


@pytest.mark.parametrize("many", [MANY // 2, MANY // 2 + 1, MANY, 5 * MANY])
def test_also_where_one_is_so_long_that_some_are_left_out(many):
    wordings = [range(many), range(3, 9)]
    assert features_of_all(wordings) == of_each(wordings)


def test_every_word_is_one_of_them():
    assert set(map(word_feature, [3, 5, 2**22])) < features([3, 5, 3, 2**22])


def test_no_words_have_none():
    assert features_of_all([]) == features_of_all([[]]) == features_of_all([[], []]) == set()
