"""Through whose hands the words came: the hops that the article's sentences state."""

import re
from functools import cache

from quotesdb.extraction.english.outlets import is_press_noun, outlet_in
from quotesdb.extraction.english.proposals import Passage, Proposal
from quotesdb.extraction.english.speakers import Speakers
from quotesdb.extraction.english.words import sections
from quotesdb.extraction.findings import Hop, Span, Speaker
from quotesdb.vocabulary import Certainty, Medium, Relation, SpeakerKind

EVIDENCE = 200
FIRST_PARAGRAPHS = 6
BESIDE = 4
"""Cues of a sentence, before and behind another one, that may name the paper."""
NEAR = 40
"""Characters between a paper's name and the word that says what it did."""


def _any(section: str) -> str:
    return "|".join(map(re.escape, sections("hearing.txt")[section]))


@cache
def heard() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('heard')})\b(?P<who>[^.;:“”\"]{{1,60}})")


@cache
def answered() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('answered')})\b", re.IGNORECASE)


@cache
def retold() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('retold')})\b", re.IGNORECASE)


@cache
def media() -> list[tuple[Medium, re.Pattern[str]]]:
    return [
        (Medium(name), re.compile(r"\b(?:" + "|".join(lines) + r")\b", re.IGNORECASE))
        for name, lines in sections("media.txt").items()
    ]


class Chains:
    """The chains of one article."""

    def __init__(self, passages: list[Passage], speakers: Speakers, text: str) -> None:
        self.text = text
        self.speakers = speakers
        self.relied_on = self._relied_on(passages)
        self.answering: dict[str, Speaker] = {}

    def of(self, proposal: Proposal, speaker: Speaker | None) -> tuple[Hop, ...]:
        if speaker is None:
            return ()
        evidence = self._sentence(proposal)
        outlet = None if speaker.kind == SpeakerKind.OUTLET else self._outlet(proposal, speaker)
        relation = self._relation(speaker, proposal, outlet)
        medium = self._medium(proposal)
        hops = [Hop(speaker, relation, medium, Certainty.STATED, evidence)]
        if outlet:
            place, certainty = outlet
            hops.append(Hop(place, Relation.REPORTED, None, certainty, place.mention))
        return tuple(hops)

    def _relation(self, speaker: Speaker, proposal: Proposal, outlet: object) -> Relation:
        if speaker.kind == SpeakerKind.OUTLET:
            return Relation.REPORTED
        told = proposal.cue is not None and proposal.cue.verb == "tell"
        return Relation.TOLD if told and outlet else Relation.SAID

    def _outlet(self, proposal: Proposal, speaker: Speaker) -> tuple[Speaker, Certainty] | None:
        """The outlet that has the words from the speaker, as far as the article says so."""
        heard = self._heard(proposal) or self._reported(proposal)
        if heard:
            self.answering.setdefault(speaker.name, heard)
            return heard, Certainty.STATED
        if speaker.name in self.answering:
            return self.answering[speaker.name], Certainty.STATED
        if self.relied_on and self._speaks_to_the_paper(proposal, speaker):
            self.answering[speaker.name] = self.relied_on
            return self.relied_on, Certainty.STATED
        return None

    def _speaks_to_the_paper(self, proposal: Proposal, speaker: Speaker) -> bool:
        """Unnamed sources speak to the paper that the article retells, and so do those asked."""
        if speaker.kind == SpeakerKind.ANONYMOUS:
            return True
        return answered().search(self._narration(proposal)) is not None

    def _range(self, proposal: Proposal) -> tuple[int, int]:
        passage = proposal.passage
        if proposal.cue:
            return passage.tokens.span(*proposal.cue.sentence)
        return passage.start, passage.end

    def _narration(self, proposal: Proposal) -> str:
        """The sentence with the words in marks blanked, so that places stay the same."""
        low, high = self._range(proposal)
        told = self.text[low:high]
        for quotation in proposal.passage.tokens.quotations.values():
            if low <= quotation.start and quotation.end <= high:
                blank = " " * (quotation.end - quotation.start)
                told = told[: quotation.start - low] + blank + told[quotation.end - low :]
        return told

    def _heard(self, proposal: Proposal) -> Speaker | None:
        """ "told the Times", "in an interview with the paper"."""
        low, _ = self._range(proposal)
        narration = self._narration(proposal)
        for found in heard().finditer(narration):
            who = found["who"]
            start = low + found.start("who")
            if outlet := self._outlet_at_head(who, start):
                return outlet
        return None

    def _outlet_at_head(self, who: str, start: int) -> Speaker | None:
        named = outlet_in(who)
        words = who.split()
        if named:
            at = (
                who.lower().find("the ")
                if who.lower().startswith(" the ")
                else len(who) - len(who.lstrip())
            )
            end = len(who.rstrip())
            return self._press(start + max(at, 0), start + end, named)
        nouns = [it for it in words[1:3] if is_press_noun(it.strip(","))]
        name = self.speakers.outlets.last_before(start)
        if words[:1] != ["the"] or not nouns or not name:
            return None
        at = who.index("the")
        end = who.index(nouns[-1].strip(",")) + len(nouns[-1].strip(","))
        return self._press(start + at, start + end, name)

    def _press(self, start: int, end: int, name: str) -> Speaker:
        from_text = Span.of(self.text, start, min(end, start + EVIDENCE))
        return Speaker(from_text, from_text.text, name, SpeakerKind.OUTLET)

    def _reported(self, proposal: Proposal) -> Speaker | None:
        """ "..., the Times reported", "according to Reuters", beside the speaker's own cue."""
        if proposal.cue is None:
            return None
        number = proposal.passage.sentences.index(proposal.cue.sentence)
        cues = proposal.passage.cues[number]
        own = cues.index(proposal.cue)
        for cue in cues[max(0, own - BESIDE) : own + BESIDE + 1]:
            if cue is proposal.cue or cue.subject is None:
                continue
            speaker = self.speakers.resolve(proposal.passage, cue.subject, None)
            if speaker.kind == SpeakerKind.OUTLET:
                return speaker
        return None

    def _relied_on(self, passages: list[Passage]) -> Speaker | None:
        """The outlet that the article's first paragraphs say it retells."""
        outlets = self.speakers.outlets
        for passage in passages[:FIRST_PARAGRAPHS]:
            for start, end, name in outlets.between(passage.start, passage.end):
                near = self.text[max(passage.start, start - NEAR) : min(passage.end, end + NEAR)]
                if retold().search(near) or self.text[end : end + 1] == ":":
                    return self._press(start, end, name)
        return None

    def _medium(self, proposal: Proposal) -> Medium | None:
        if proposal.cue is None:
            return None
        narration = self._narration(proposal)
        return next((medium for medium, called in media() if called.search(narration)), None)

    def _sentence(self, proposal: Proposal) -> Span | None:
        """What the article says of whose words these are: cue and subject, within 200 letters."""
        if proposal.cue is None or proposal.subject is None:
            return None
        tokens = proposal.passage.tokens
        low = min(proposal.subject.low, proposal.cue.low)
        high = max(proposal.subject.high, proposal.cue.high)
        start, end = tokens.span(low, high)
        return Span.of(self.text, start, min(end, start + EVIDENCE))
