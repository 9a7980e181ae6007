"""Reads an English article: passages, proposals, speakers, chains, findings."""

from quotesdb.extraction.english.chains import Chains
from quotesdb.extraction.english.confidence import confidence
from quotesdb.extraction.english.passages import passages
from quotesdb.extraction.english.proposals import Proposal
from quotesdb.extraction.english.speakers import Speakers
from quotesdb.extraction.findings import Finding, Span
from quotesdb.vocabulary import Form


def read(text: str) -> list[Finding]:
    found = passages(text)
    speakers = Speakers(found, text)
    chains = Chains(found, speakers, text)
    return [
        _finding(text, proposal, speakers, chains)
        for passage in found
        for proposal in passage.proposals
    ]


def _finding(text: str, proposal: Proposal, speakers: Speakers, chains: Chains) -> Finding:
    speaker = speakers.of(proposal)
    content = tuple(Span.of(text, *it) for it in proposal.content)
    return Finding(
        segments=_segments(text, proposal) or content,
        content=content,
        form=_form(proposal),
        rule=proposal.rule,
        confidence=confidence(proposal, speaker),
        speaker=speaker,
        cue=_cue(text, proposal),
        chain=chains.of(proposal, speaker),
    )


def _segments(text: str, proposal: Proposal) -> tuple[Span, ...]:
    return tuple(Span.of(text, it.inner_start, it.inner_end) for it in proposal.quotations)


def _form(proposal: Proposal) -> Form:
    if not proposal.marked:
        return Form.INDIRECT
    return Form.MIXED if proposal.fused else Form.DIRECT


def _cue(text: str, proposal: Proposal) -> Span | None:
    if proposal.cue is None:
        return None
    return Span.of(text, *proposal.passage.tokens.span(proposal.cue.low, proposal.cue.high))
