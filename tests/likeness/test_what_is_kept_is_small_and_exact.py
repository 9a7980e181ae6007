"""Signatures and lists of quotes are read as they were written."""

from hypothesis import given
from hypothesis import strategies as st

from quotesdb.likeness import postings
from quotesdb.likeness.signatures import Numbered, compared, packed, unpacked
from quotesdb.likeness.word_numbers import as_characters, number, numbers

WORDINGS = st.lists(
    st.builds(
        Numbered,
        st.none() | st.integers(1, 2**40),
        st.lists(st.integers(0, 2**23 - 1), min_size=1, max_size=300),
    ),
    min_size=1,
    max_size=200,
)


@given(WORDINGS)
def test_a_signature_is_read_as_it_was_written(wordings):
    written = packed(wordings)
    assert unpacked(written) == wordings
    assert compared(written) == [(it.appearance, as_characters(it.words)) for it in wordings]


def test_a_signature_takes_three_bytes_a_word():
    assert len(packed([Numbered(None, numbers("the harbour wall has sunk"))])) == 3 * 5 + 3


def test_a_second_wording_that_is_nearly_the_first_takes_less():
    words = [number(f"word{at}") for at in range(40)]
    one = packed([Numbered(None, words)])
    both = packed([Numbered(None, words), Numbered(7, [*words[:20], *words[21:]])])
    assert len(both) < 1.4 * len(one)


@given(st.integers(0, 2**40), st.lists(st.integers(0, 2**40), unique=True, max_size=50))
def test_a_list_is_read_as_it_was_written(first, distances):
    quotes = sorted(first + it for it in distances if it < 2**22)
    assert list(postings.unpacked(postings.packed(quotes, first), first)) == quotes


def test_gaps_as_long_as_the_longest_are_no_quotes():
    gaps = [0, 65_534, 65_535, 65_536, 131_070, 131_071]
    quotes = [sum(gaps[: at + 1]) for at in range(len(gaps))]
    assert list(postings.unpacked(postings.packed(quotes, 0), 0)) == quotes


def test_a_list_of_too_many_is_closed():
    assert postings.packed(range(postings.MOST), 0) != postings.CLOSED
    assert postings.packed(range(postings.MOST + 1), 0) == postings.CLOSED
