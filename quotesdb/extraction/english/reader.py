"""Reads an English article: passages, proposals, speakers, chains, findings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quotesdb.extraction.english.chains import Chains
from quotesdb.extraction.english.confidence import confidence
from quotesdb.extraction.english.dates import Said, said
from quotesdb.extraction.english.nesting import is_whole_clause, nested
from quotesdb.extraction.english.passages import blocks
from quotesdb.extraction.english.proposals import Passage, Proposal
from quotesdb.extraction.english.speakers import Speakers
from quotesdb.extraction.findings import Finding, Hop, Span, Speaker
from quotesdb.vocabulary import Form, Relation, SpeakerKind


def read(text: str, published: date | None = None) -> list[Finding]:
    findings: list[Finding] = []
    for passages in blocks(text):
        findings += _Article(text, passages, published).findings(len(findings))
    return findings


class _Article:
    """One article, or one block of it, while its findings are made."""

    def __init__(self, text: str, passages: list[Passage], published: date | None) -> None:
        self.text = text
        self.published = published
        self.passages = passages
        self.speakers = Speakers(passages, text)
        self.chains = Chains(passages, self.speakers, text)

    def findings(self, first: int) -> list[Finding]:
        """What the proposals become; `first` is the number of the first one in the reading."""
        found: list[Finding] = []
        for passage in self.passages:
            for proposal in passage.proposals:
                outer = self._finding(proposal, None)
                number = first + len(found)
                found.append(outer)
                if proposal.marked:
                    inside = nested(self.text, proposal)
                    found += [self._inner(it, outer, number) for it in inside]
        return found

    def _inner(self, proposal: Proposal, outer: Finding, number: int) -> Finding:
        """A quote inside a quote has come through the hands of whoever is quoted with it."""
        inner = self._finding(proposal, number)
        conveyed = [replace(hop, relation=Relation.CONVEYED) for hop in outer.chain[:1]]
        return replace(inner, chain=(*inner.chain[:1], *conveyed, *outer.chain[1:]))

    def _finding(self, proposal: Proposal, within: int | None) -> Finding:
        speaker = self.speakers.of(proposal)
        content = tuple(Span.of(self.text, *it) for it in proposal.content)
        when = self._said(proposal)
        chain = self.chains.of(proposal, speaker)
        return Finding(
            segments=_segments(self.text, proposal) or content,
            content=content,
            form=_form(self.text, proposal),
            rule=proposal.rule,
            confidence=confidence(proposal.rule, speaker.head if speaker else ""),
            speaker=_granted(speaker, chain),
            cue=_cue(self.text, proposal),
            chain=chain,
            nested_in=within,
            said_on=when.span if when else None,
            said_from=when.first if when else None,
            said_until=when.last if when else None,
        )

    def _said(self, proposal: Proposal) -> Said | None:
        """When it was said: the sentence's words that are nobody's but the article's tell."""
        if proposal.cue is None:
            return None
        start, end = proposal.passage.tokens.span(*proposal.cue.sentence)
        own = list(self.text[start:end])
        for low, high in proposal.content:
            for place in range(max(low, start) - start, min(high, end) - start):
                own[place] = " "
        return said(self.text, start, "".join(own), self.published)


def _granted(speaker: Speaker | None, chain: Sequence[Hop]) -> Speaker | None:
    """An unnamed source with the outlet that heard it, and so let it go unnamed."""
    if speaker is None or speaker.kind != SpeakerKind.ANONYMOUS or len(chain) < 2:
        return speaker
    return replace(speaker, granted_by=chain[1].speaker.name)


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
