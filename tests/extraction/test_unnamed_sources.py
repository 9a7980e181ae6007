from quotesdb.extraction.reading import read
from tests.extraction.told import only


def test_keep_their_whole_description():
    text = "“It fell,” said one senior harbour official who met with the buyers in March."
    speaker = only(text).speaker
    assert (
        speaker.name
        == "one senior harbour official who met with the buyers in March".removeprefix("one ")
    )
    assert speaker.kind == "anonymous"


def test_also_in_front_of_the_verb():
    text = "“It fell,” a harbour official who met with the buyers told reporters."
    assert only(text).speaker.name == "harbour official who met with the buyers"


def test_are_known_again_by_fewer_words():
    text = (
        "“It fell,” said a former harbour official. “It stood,” said a sailor of the port. "
        "“We knew,” the former official added."
    )
    names = [it.speaker.name for it in read(text).findings]
    assert names[0] == names[2] == "former harbour official"


def test_were_granted_that_by_the_outlet_that_heard_them():
    speaker = only("“It fell,” a harbour official told Reuters.").speaker
    assert speaker.granted_by == "Reuters"


def test_several_are_a_group():
    assert only("Two former harbour officials said the pier fell.").speaker.kind == "group"
