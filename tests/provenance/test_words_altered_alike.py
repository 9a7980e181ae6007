"""A shared error joins; what is not an error, or not telling, joins nothing."""

from dataclasses import replace

import pytest

from quotesdb.provenance.origins import counts, inferred
from tests.provenance.example import REFERENCE, article, facts, outlet


def printed(*wordings, **more):
    papers = [(article(f"a{at}", outlet(f"Paper {at}")), ()) for at in range(len(wordings))]
    found = facts(*papers, **more)
    pairs = zip(found.appearances, wordings, strict=True)
    return replace(found, appearances=tuple(replace(it, words=words) for it, words in pairs))


ALTERED = REFERENCE.replace("spring", "summer")


def test_joins_and_tells_the_words():
    found = inferred(printed(REFERENCE, ALTERED, ALTERED))
    (joining,) = (it for group in found.groups for it in group.joined_because)
    assert joining.evidence == {"instead_of": "spring", "words": "summer"}
    assert "both print “summer”, where the reference wording has “spring”" in joining.sentence


def test_the_same_words_join_nothing():
    assert counts(printed(REFERENCE, REFERENCE)) == (2, 2)


def test_different_errors_join_nothing():
    assert counts(printed(ALTERED, REFERENCE.replace("spring", "autumn"))) == (2, 2)


def test_typography_is_no_error():
    assert counts(printed(*[REFERENCE.upper().replace("OF", "OF")] * 2)) == (2, 2)


def test_words_left_out_are_no_error():
    assert counts(printed("The harbour will close.", "The harbour will close.")) == (2, 2)


def test_words_that_the_caller_calls_frequent_are_not_telling():
    found = replace(printed(ALTERED, ALTERED), frequent=frozenset({"summer"}))
    assert counts(found) == (2, 2)


def test_what_most_of_many_print_is_taken_for_no_error():
    assert counts(printed(*[ALTERED] * 9, REFERENCE)) == (10, 10)
    assert counts(printed(*[ALTERED] * 4, *[REFERENCE] * 6)) == (10, 7)


def test_without_a_reference_nothing_is_altered():
    assert counts(printed(ALTERED, ALTERED, reference="")) == (2, 2)


def test_look_alike_letters_are_no_error():
    disguised = REFERENCE.replace("c", "с")
    assert counts(printed(disguised, disguised)) == (2, 2)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("Khrennikov", "Hrennikov"), ("Zelensky", "Zelenskyy"), ("Aleksei", "Alexey")],
)
def test_how_a_house_writes_a_foreign_name_is_no_error(ours, theirs):
    found = printed(*[REFERENCE.replace("harbour", theirs)] * 2)
    found = replace(found, reference=REFERENCE.replace("harbour", ours))
    assert counts(found) == (2, 2)


@pytest.mark.parametrize(
    ("ours", "theirs"), [("million", "billion"), ("Austria", "Australia"), ("son", "soon")]
)
def test_words_that_only_look_much_alike_are_an_error(ours, theirs):
    found = printed(*[REFERENCE.replace("harbour", theirs)] * 2)
    found = replace(found, reference=REFERENCE.replace("harbour", ours))
    assert counts(found) == (2, 1)
