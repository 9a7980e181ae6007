from quotesdb.extraction.reading import read
from tests.extraction.told import hands

TEXT = (
    "“They say, ‘We are ready to sell the pier,’” said one senior harbour official "
    "who met with northern buyers this fall."
)


def test_the_inner_one_is_nested_in_the_outer_one():
    outer, inner = read(TEXT).findings
    assert outer.nested_in is None
    assert inner.nested_in == 0
    assert inner.segments[0].text == "We are ready to sell the pier,"


def test_they_are_those_whom_the_speaker_met():
    _, inner = read(TEXT).findings
    assert inner.speaker.name == "northern buyers"


def test_its_chain_goes_through_whoever_is_quoted():
    outer, inner = read(TEXT).findings
    assert hands(inner) == ["northern buyers", outer.speaker.name]
    assert inner.chain[1].relation == "conveyed"


def test_speech_without_marks_inside_marks():
    text = "Ann Lee told me, “The buyers say they are ready to sell. We shall see.”"
    _, inner = read(text).findings
    assert (inner.form, inner.segments[0].text) == ("indirect", "they are ready to sell")
