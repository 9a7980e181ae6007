from dataclasses import replace

import pytest

from quotesdb.extraction.findings import Finding, Span
from quotesdb.extraction.reading import read
from quotesdb.extraction.verbatim import checked, spans

TEXT = "“The pier is gone,” said Ann Lee on Monday. She said that it “fell to bits” at night."


@pytest.fixture
def finding():
    return read(TEXT).findings[0]


def test_every_span_of_a_reading_stands_in_the_article():
    for found in read(TEXT).findings:
        assert all(TEXT[it.start : it.end] == it.text for it in spans(found))


def test_words_that_are_not_there_do_not_pass(finding):
    invented = replace(finding, segments=(Span(1, 17, "The pier is fine"),))
    assert checked(TEXT, [invented]).findings == ()


def test_words_at_another_place_do_not_pass(finding):
    segment = finding.segments[0]
    moved = replace(segment, start=segment.start + 1, end=segment.end + 1)
    reading = checked(TEXT, [replace(finding, segments=(moved,))])
    assert (reading.findings, len(reading.refused)) == ((), 1)


@pytest.mark.parametrize("what", ["cue", "said_on"])
def test_nor_does_a_finding_with_one_false_span_among_true_ones(finding, what):
    false = replace(finding, **{what: Span(0, 3, "Not")})
    assert checked(TEXT, [false]).findings == ()


def test_nor_with_a_false_mention_in_its_chain(finding):
    hop = finding.chain[0]
    speaker = replace(hop.speaker, mention=Span(0, 3, "Not"))
    false = replace(finding, chain=(replace(hop, speaker=speaker),))
    assert checked(TEXT, [false]).findings == ()


def test_nor_without_words(finding):
    assert checked(TEXT, [replace(finding, segments=())]).findings == ()


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_nor_with_a_confidence_that_is_none(finding, confidence):
    assert checked(TEXT, [replace(finding, confidence=confidence)]).findings == ()


def test_nor_with_too_long_an_evidence(finding):
    text = TEXT + " " * 300
    hop = replace(finding.chain[0], evidence=Span.of(text, 0, 201))
    assert checked(text, [replace(finding, chain=(hop,))]).findings == ()


def test_nor_inside_of_one_that_did_not_pass(finding):
    false = replace(finding, segments=())
    inner = replace(finding, nested_in=0)
    assert checked(TEXT, [false, inner]).findings == ()


def test_nesting_is_counted_among_those_that_passed(finding):
    false = replace(finding, segments=())
    inner = replace(finding, nested_in=1)
    assert checked(TEXT, [false, finding, inner]).findings[1].nested_in == 0


def test_what_is_no_finding_is_refused():
    assert checked(TEXT, ["The pier is gone"]).refused == ("finding 0 is a str",)


def test_what_holds_passes_unchanged(finding):
    assert isinstance(finding, Finding)
    assert checked(TEXT, [finding]).findings == (finding,)
