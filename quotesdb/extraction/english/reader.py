"""Reads an English article: passages, proposals, speakers, chains, findings."""

from dataclasses import replace

from quotesdb.extraction.english.chains import Chains
from quotesdb.extraction.english.confidence import confidence
from quotesdb.extraction.english.nesting import is_whole_clause, nested
from quotesdb.extraction.english.passages import passages
from quotesdb.extraction.english.proposals import Proposal
from quotesdb.extraction.english.speakers import Speakers
from quotesdb.extraction.findings import Finding, Span
from quotesdb.vocabulary import Form, Relation


def read(text: str) -> list[Finding]:
    found = passages(text)
    speakers = Speakers(found, text)
    chains = Chains(found, speakers, text)
    findings: list[Finding] = []
    for passage in found:
        for proposal in passage.proposals:
            outer = _finding(text, proposal, speakers, chains, None)
            findings.append(outer)
            number = len(findings) - 1
            for inner in nested(text, proposal) if proposal.marked else ():
                findings.append(_inner(text, inner, speakers, chains, outer, number))
    return findings


def _inner(
    text: str, proposal: Proposal, speakers: Speakers, chains: Chains, outer: Finding, number: int
) -> Finding:
    """A quote inside a quote has come through the hands of whoever is quoted with it."""
    inner = _finding(text, proposal, speakers, chains, number)
    conveyed = [replace(hop, relation=Relation.CONVEYED) for hop in outer.chain[:1]]
    return replace(inner, chain=(*inner.chain[:1], *conveyed, *outer.chain[1:]))


def _finding(
    text: str, proposal: Proposal, speakers: Speakers, chains: Chains, within: int | None
) -> Finding:
    speaker = speakers.of(proposal)
    content = tuple(Span.of(text, *it) for it in proposal.content)
    return Finding(
        segments=_segments(text, proposal) or content,
        content=content,
        form=_form(text, proposal),
        rule=proposal.rule,
        confidence=confidence(proposal.rule, speaker.head if speaker else ""),
        speaker=speaker,
        cue=_cue(text, proposal),
        chain=chains.of(proposal, speaker),
        nested_in=within,
    )


def _segments(text: str, proposal: Proposal) -> tuple[Span, ...]:
    return tuple(Span.of(text, it.inner_start, it.inner_end) for it in proposal.quotations)


def _form(text: str, proposal: Proposal) -> Form:
    if not proposal.marked:
        return Form.INDIRECT
    if proposal.rule == "behind that" and is_whole_clause(text, proposal.quotations[0]):
        return Form.DIRECT
    return Form.MIXED if proposal.fused else Form.DIRECT


def _cue(text: str, proposal: Proposal) -> Span | None:
    if proposal.cue is None:
        return None
    return Span.of(text, *proposal.passage.tokens.span(proposal.cue.low, proposal.cue.high))
