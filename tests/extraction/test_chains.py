import pytest

from quotesdb.extraction.reading import read
from tests.extraction.told import hands, only


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“It fell,” Ann Lee told the Harbour Post.", ["Ann Lee", "Harbour Post"]),
        ("“It fell,” Ann Lee told Reuters.", ["Ann Lee", "Reuters"]),
        ("“It fell,” Ann Lee said in an interview with Reuters.", ["Ann Lee", "Reuters"]),
        ("It fell, Ann Lee said, Reuters reported.", ["Ann Lee", "Reuters"]),
        ("“It fell,” Ann Lee said, according to Reuters.", ["Ann Lee", "Reuters"]),
        ("“It fell,” Reuters reported Ann Lee as saying.", ["Ann Lee", "Reuters"]),
        ("It fell, according to a Harbour Post report.", ["Harbour Post"]),
        ("“It fell,” Ann Lee said.", ["Ann Lee"]),
    ],
)
def test_name_every_pair_of_hands(text, chain):
    assert hands(read(text).findings[0]) == chain


def test_a_paper_may_be_meant_by_a_noun():
    text = "Reuters asked her. “It fell,” Ann Lee told the news agency."
    assert hands(read(text).findings[-1]) == ["Ann Lee", "Reuters"]


def test_unnamed_sources_speak_to_the_paper_that_the_article_retells():
    text = (
        "The pier was for sale, the Harbour Post reported on Monday.\n"
        "“It fell,” said a senior official of the port.\n"
        "“It stood,” said Ann Lee."
    )
    _, official, lee = read(text).findings
    assert hands(official)[1:] == ["Harbour Post"]
    assert hands(lee) == ["Ann Lee"]


def test_whoever_answers_the_paper_goes_on_answering_it():
    text = (
        "The pier was for sale, the Harbour Post reported on Monday.\n"
        "Responding to questions sent by the paper, Ann Lee said, “It fell.”\n"
        "“Nobody was hurt,” Lee said."
    )
    assert [hands(it) for it in read(text).findings[1:]] == [["Ann Lee", "Harbour Post"]] * 2


def test_relations_and_evidence():
    first, second = only("“It fell,” Ann Lee told Reuters.").chain
    assert (first.relation, second.relation) == ("told", "reported")
    assert (first.evidence.text, first.certainty) == ("Ann Lee told", "stated")


@pytest.mark.parametrize(
    ("told", "medium"),
    [
        ("said in a voice message", "voice_message"),
        ("said in an interview", "interview"),
        ("said at a news conference", "press_conference"),
        ("said in a statement", "statement"),
        ("tweeted", "post"),
        ("said in a speech", "speech"),
        ("wrote in a letter", "document"),
        ("said", None),
    ],
)
def test_the_medium(told, medium):
    assert only(f"“It fell,” Ann Lee {told}.").chain[0].medium == medium
