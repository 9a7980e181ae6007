"""The door of every reader: what is not in the article, letter by letter, does not pass."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quotesdb.extraction.findings import Finding, Hop, Reading, Span, Speaker

EVIDENCE = 200
"""Characters, at most, of what a hop shows for itself."""


def checked(text: str, findings: Iterable[object]) -> Reading:
    """A reading of the findings that hold; of each refused one, why."""
    places: dict[int, int] = {}
    kept: list[Finding] = []
    refused: list[str] = []
    for number, finding in enumerate(findings):
        if not isinstance(finding, Finding):
            refused.append(f"finding {number} is a {type(finding).__name__}")
            continue
        if fault := next(faults(text, finding, places), ""):
            refused.append(f"finding {number}, {finding.rule}: {fault}")
            continue
        places[number] = len(kept)
        if finding.nested_in is not None:
            finding = replace(finding, nested_in=places[finding.nested_in])
        kept.append(finding)
    return Reading(text, tuple(kept), tuple(refused))


def faults(text: str, finding: Finding, outer: Iterable[int] = ()) -> Iterator[str]:
    """What keeps a finding out; `outer` are the findings that it may be nested in."""
    if not finding.segments or not finding.content:
        yield "it holds no words"
    if not 0 <= finding.confidence <= 1:
        yield f"its confidence is {finding.confidence}"
    if finding.nested_in is not None and finding.nested_in not in outer:
        yield f"it stands in finding {finding.nested_in}, which does not hold"
    for span in spans(finding):
        if not 0 <= span.start < span.end or text[span.start : span.end] != span.text:
            yield f"{span.text[:40]!r} does not stand at {span.start} of the article"
    for hop in finding.chain:
        if hop.evidence and len(hop.evidence.text) > EVIDENCE:
            yield f"evidence of more than {EVIDENCE} characters"


def spans(finding: Finding) -> Iterator[Span]:
    """Every span of a finding, those of its speaker and its chain among them."""
    yield from finding.segments
    yield from finding.content
    yield from _of_speaker(finding.speaker)
    for hop in finding.chain:
        yield from _of_hop(hop)
    yield from (it for it in (finding.cue, finding.said_on) if it)


def _of_hop(hop: Hop) -> Iterator[Span]:
    yield from _of_speaker(hop.speaker)
    if hop.evidence:
        yield hop.evidence


def _of_speaker(speaker: Speaker | None) -> Iterator[Span]:
    if speaker and speaker.mention:
        yield speaker.mention
