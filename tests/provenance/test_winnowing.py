"""Fingerprints, as Schleimer, Wilkerson and Aiken promise them."""

from hypothesis import given
from hypothesis import strategies as st

from quotesdb.provenance.winnowing import GRAM, WINDOW, fingerprint

words = st.lists(st.sampled_from([f"w{it}" for it in range(50)]), max_size=40)
runs = st.lists(st.sampled_from([f"r{it}" for it in range(50)]), min_size=GRAM + WINDOW - 1)


@given(words, words, words, words, runs)
def test_a_long_enough_run_is_always_noticed(before, after, other_before, other_after, run):
    one = fingerprint(" ".join([*before, *run, *after]))
    other = fingerprint(" ".join([*other_before, *run, *other_after]))
    assert one.keys() & other.keys()


@given(st.text())
def test_spans_lie_in_the_text(text):
    assert all(0 <= start < end <= len(text) for start, end in fingerprint(text).values())


def test_case_and_punctuation_leave_the_same_prints():
    text = "The ferry company has cut its timetable for the third year running"
    assert fingerprint(text).keys() == fingerprint(text.upper().replace(" ", ", ")).keys()


def test_quoted_words_leave_none():
    assert not fingerprint("“The harbour will close on Friday and stay closed until the spring”")
    assert not fingerprint('"The harbour will close on Friday and stay closed until the spring"')


def test_a_lone_mark_hides_nothing_of_the_next_paragraph():
    report = "the ferry company has cut its timetable for the third year running"
    assert fingerprint(f'A 12" pipe.\n{report}\n"').keys() >= fingerprint(report).keys()


def test_prints_are_the_same_in_every_process():
    assert list(fingerprint("one two three four five")) == [66186756901201005]
