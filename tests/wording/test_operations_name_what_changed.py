from tests.wording.told import steps


def test_words_replaced():
    assert steps("We will hold talks soon", "We will enter into talks soon") == [
        ("replaced", "hold", "enter into")
    ]


def test_words_dropped_and_added():
    assert steps("The old wall will hold", "The wall will hold well") == [
        ("dropped", "old", ""),
        ("added", "", "well"),
    ]


def test_forms_of_a_word_are_replaced_one_for_one():
    assert steps("three attacks on the harbour", "three attack on the harbour") == [
        ("replaced", "attacks", "attack")
    ]


def test_words_moved_are_named_where_they_were_and_where_they_are():
    assert steps("Sadly, the bridge fell down", "The bridge fell down, sadly") == [
        ("moved", "Sadly", ""),
        ("moved", "", "sadly"),
    ]


def test_an_ellipsis_owns_up_to_what_is_missing():
    assert steps("The wall, built by our fathers, will hold", "The wall … will hold") == [
        ("dropped*", "built by our fathers", "…")
    ]


def test_without_an_ellipsis_nobody_does():
    assert steps("The wall, built by our fathers, will hold", "The wall will hold") == [
        ("dropped", "built by our fathers", "")
    ]


def test_brackets_stand_for_words():
    assert steps("She will hold the wall", "[The mayor] will hold the wall") == [
        ("replaced*", "She", "The mayor")
    ]


def test_brackets_put_words_in():
    assert steps("It will hold", "It [the wall] will hold") == [("added*", "", "the wall")]


def test_an_ellipsis_hides_no_other_words():
    assert steps("The wall will hold for years", "The wall may … hold for years") == [
        ("replaced", "will", "may …")
    ]


def test_the_end_of_a_segment_owns_up_too():
    said = "The wall will hold. It is new. We will stay."
    assert steps(said, ["The wall will hold,", "We will stay."]) == [("dropped*", "It is new", "")]


def test_small_words_far_from_all_else_are_not_kept():
    said = "Fishermen from every northern village sailed to the bright islands yesterday"
    assert ("kept", "to", "to") not in steps(said, "Nobody asked whether they paid to rent a boat")
