import pytest

from quotesdb.wording import compare


def test_is_twice_the_shared_weight_by_the_weight_of_both():
    comparison = compare("the river rises", "the river falls")
    assert comparison.measures.shared == 1.25
    assert comparison.similarity == pytest.approx(2 * 1.25 / (2.25 + 2.25), abs=1e-6)


def test_an_excerpt_is_covered_though_not_similar():
    comparison = compare("The river rises every spring and takes the lower fields.", "lower fields")
    assert comparison.measures.coverage == 1
    assert comparison.measures.core == 1
    assert comparison.similarity < 0.6


def test_a_bracket_weighs_nothing():
    assert compare("the [wide] river rises", "the river rises").similarity == 1


def test_words_moved_count_less_than_words_kept():
    kept = compare("red boats sail, blue boats wait", "red boats sail, blue boats rot")
    moved = compare("red boats sail, blue boats wait", "blue boats wait, red boats sail")
    assert moved.similarity < kept.similarity
