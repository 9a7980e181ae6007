from tests.extraction.told import segments, spoken


def test_a_paragraph_left_open_goes_on_where_marks_open_again():
    text = "Ann Lee said: “The pier was old.\n\n“It was also unsafe, and we knew it.”"
    assert segments(text) == [["The pier was old.", "It was also unsafe, and we knew it."]]


def test_the_next_paragraph_belongs_to_whoever_was_quoted_alone_before():
    text = "“The pier was old,” Ann Lee told reporters.\n“It was also unsafe, and we knew it.”"
    assert spoken(text) == [
        ("The pier was old, / It was also unsafe, and we knew it.", "Ann Lee"),
    ]


def test_a_mark_too_many_spoils_no_other_paragraph():
    text = "The “pier was old.\n\n“We will build another,” said Ann Lee."
    assert ("We will build another,", "Ann Lee") in spoken(text)


def test_an_advertisement_between_does_not_part_them():
    text = "Ann Lee said: “The pier was old.\nALSO READ: Ten piers to see\n“It was also unsafe.”"
    assert segments(text) == [["The pier was old.", "It was also unsafe."]]
