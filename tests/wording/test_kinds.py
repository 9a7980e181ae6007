import pytest

from quotesdb.wording import Kind
from tests.wording.told import kind

SAID = "The new sea wall will hold, and the old town will stay dry this winter."


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (SAID, Kind.EXACT),
        (
            "“The new sea wall will hold and the old town’ll stay dry this winter,”",
            Kind.TYPOGRAPHIC,
        ),
        ("the old town will stay dry", Kind.EXCERPT),
        ("The new sea wall will hold … this winter.", Kind.EXCERPT),
        ("[It] will hold, and the old town will stay dry this winter", Kind.EXCERPT),
        ("The new sea wall must hold, and the old town will stay dry this winter.", Kind.EDITED),
        ("This winter the town will stay dry: our sea wall is new and will hold.", Kind.REWORDED),
        ("Nobody has asked the fishermen about any of it.", Kind.DIFFERENT),
    ],
)
def test_by_the_words(printed, expected):
    assert kind(SAID, printed) is expected
    assert kind(printed, SAID) is expected


def test_words_left_out_without_a_mark_are_no_excerpt():
    assert kind(SAID, "The new sea wall will hold this winter.") is Kind.EDITED


def test_between_segments_words_may_be_missing():
    assert kind(SAID, ["The new sea wall will hold,", "this winter."]) is Kind.EXCERPT


def test_segments_are_one_text_joined_by_a_space():
    assert kind(["The wall holds,", "and we stay."], "The wall holds, and we stay.") is Kind.EXACT


@pytest.mark.parametrize(
    ("one", "other"), [("", ""), ("!", "!"), ("…", "…")], ids=["nothing", "mark", "ellipsis"]
)
def test_texts_without_words_are_exact_if_equal(one, other):
    assert kind(one, other) is Kind.EXACT


def test_a_text_without_words_is_no_excerpt():
    assert kind("…", SAID) is Kind.DIFFERENT


def test_an_ellipsis_with_nothing_left_out_is_typography():
    assert kind("We will … stay", "We will stay") is Kind.TYPOGRAPHIC


def test_letters_in_brackets_are_typography_if_the_words_agree():
    assert kind("[T]he wall hold[s]", "the wall held") is not Kind.EXCERPT
    assert kind("[T]he wall holds", "The wall holds") is Kind.TYPOGRAPHIC
    assert kind("they were talk[ing]", "they were talked") is Kind.TYPOGRAPHIC
