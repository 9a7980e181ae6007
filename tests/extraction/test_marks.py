import pytest

from tests.extraction.told import marked

WORDS = "The pier is gone for good,"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("‘", "’"),
        ("'", "'"),
        ("«", "»"),
        ("« ", " »"),
        ("„", "“"),
        ("„", "”"),
        ("”", "”"),
        ("''", "''"),
        ("``", "''"),
        ('"', "”"),
        ("“", '"'),
        ("“", "“"),
    ],
)
def test_each_kind_opens_and_closes(opening, closing):
    text = f"{opening}{WORDS}{closing} said Ann Lee."
    assert [it.strip() for it in marked(text)] == [WORDS]


def test_a_blank_may_have_slipped_in_before_the_closing_one():
    assert marked('Ann Lee said, "The pier is gone for good. "Lee is the mayor of Hull.') == [
        "The pier is gone for good. "
    ]


def test_an_inch_is_no_mark():
    assert marked('The 12" pipe broke, said Ann Lee.') == []


def test_one_left_open_does_not_swallow_the_next():
    assert marked('He saw "nothing and left. Ann Lee said, "The pier is gone."') == [
        "The pier is gone."
    ]
