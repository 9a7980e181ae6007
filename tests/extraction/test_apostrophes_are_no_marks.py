from tests.extraction.told import marked


def test_inside_words():
    assert marked("'We don't know, and it isn't ours,' said Ann Lee.") == [
        "We don't know, and it isn't ours,"
    ]


def test_in_front_of_words_that_lost_their_head():
    assert marked("Ann Lee said 'twas nothing like the '90s.") == []


def test_behind_plurals():
    assert marked("‘It was the sailors’ fault, not ours,’ said Ann Lee.") == [
        "It was the sailors’ fault, not ours,"
    ]


def test_of_possession():
    assert marked("The sailors' boats and the mayor's car were lost.") == []
