import pytest

from tests.extraction.told import segments, spoken


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Ann Lee said that the pier was old.", "that the pier was old", "Ann Lee"),
        ("Ann Lee says the pier was old.", "the pier was old", "Ann Lee"),
        ("Ann Lee said on Monday that it was old.", "that it was old", "Ann Lee"),
        ("Ann Lee told reporters that it was old.", "that it was old", "Ann Lee"),
        ("The pier was old, Ann Lee said.", "The pier was old", "Ann Lee"),
        ("The pier was old, according to Ann Lee.", "The pier was old", "Ann Lee"),
        ("According to Ann Lee, the pier was old.", "the pier was old", "Ann Lee"),
        ("As Ann Lee told reporters, the pier was old.", "the pier was old", "Ann Lee"),
    ],
)
def test_its_words_and_its_speaker(text, words, speaker):
    assert spoken(text) == [(words, speaker)]


def test_broken_off_for_the_attribution():
    assert segments("The pier, according to Ann Lee, was older than the town.") == [
        ["The pier", "was older than the town"]
    ]


def test_ends_where_another_cue_takes_over():
    text = "Ann Lee said the pier was old, adding that nobody was hurt."
    assert spoken(text) == [("the pier was old", "Ann Lee"), ("that nobody was hurt", "Ann Lee")]


def test_a_belief_is_no_speech():
    assert segments("Ann Lee believes that the pier is old and thinks it will fall.") == []


def test_what_was_said_to_somebody_is_not_theirs():
    assert segments("Ann Lee was told that the pier was old.") == []
