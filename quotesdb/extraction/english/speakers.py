"""From the phrase that the article uses to whom it means."""

import re
from collections.abc import Iterator

from quotesdb.extraction.english.nouns import gender_of_noun, kind_of_noun, singular
from quotesdb.extraction.english.outlets import Outlets, is_press_noun, outlet_in
from quotesdb.extraction.english.people import People, Person, is_body
from quotesdb.extraction.english.phrases import Mention
from quotesdb.extraction.english.proposals import Passage, Proposal
from quotesdb.extraction.english.sources import Sources
from quotesdb.extraction.english.subjects import Subjects
from quotesdb.extraction.english.words import CueKind, words
from quotesdb.extraction.findings import Span, Speaker
from quotesdb.vocabulary import SpeakerKind

HE, SHE, THEY = {"he", "him", "his"}, {"she", "her"}, {"they", "them", "their"}
ARTICLE = re.compile(r"^(?:an?|the|one(?! of)|another|this|that)\s+", re.IGNORECASE)
RELATIVE = re.compile(r"W[^.;:Q,-]*")
POSSESSIVE = re.compile(r"['’]s?$")
DEFINITE = frozenset(("the", "this", "that", "these", "those"))


class Speakers:
    """Resolves the mentions of one article, in the order of its text."""

    def __init__(self, passages: list[Passage], text: str) -> None:
        self.text = text
        self.passages = passages
        self.people = People(passages)
        self.outlets = Outlets(text, *extent(passages))
        self.sources = Sources()
        self.numbers = {id(it): number for number, it in enumerate(passages)}
        self.last: list[tuple[int, Speaker]] = []

    def of(self, proposal: Proposal) -> Speaker | None:
        found = proposal.spoken_by
        if found is None:
            return None
        passage, mention = found
        if proposal.within:
            self.numbers.setdefault(id(passage), self.numbers[id(proposal.within.passage)])
            speaker = self._within(passage, mention, proposal)
        else:
            speaker = self.resolve(passage, mention, proposal)
        self.last.append((proposal.start, speaker))
        return speaker

    def _within(self, passage: Passage, mention: Mention, proposal: Proposal) -> Speaker:
        """Who is meant by somebody who is quoted: "they" may be those whom he met."""
        speaker = self.resolve(passage, mention, proposal)
        outer = proposal.within.spoken_by if proposal.within else None
        if speaker.head.lower() in THEY and outer and (met := self._whom_they_met(*outer)):
            return source_as(
                speaker.mention or met,
                speaker.head,
                Speaker(None, "", ARTICLE.sub("", met.text, count=1), SpeakerKind.GROUP),
            )
        return speaker

    def _whom_they_met(self, passage: Passage, mention: Mention) -> Span | None:
        """The group named in what is said of a speaker: "who met with Russian officials"."""
        tokens = passage.tokens
        described = RELATIVE.match(tokens.tags, mention.high)
        place, end = mention.high, described.end() if described else mention.high
        while place < end:
            low, high = passage.phrases.by_start.get(place, (place, place + 1))
            group = passage.phrases.mention(low, high)
            if group and self._is_plural(passage, group):
                return Span.of(self.text, *tokens.span(group.low, group.head_high))
            place = high
        return None

    def _is_plural(self, passage: Passage, mention: Mention) -> bool:
        noun = passage.tokens.words[mention.head_low].lower()
        return passage.tokens.tags[mention.head_low] == "R" and singular(noun) != noun

    def resolve(self, passage: Passage, mention: Mention, proposal: Proposal | None) -> Speaker:
        tokens = passage.tokens
        start, end = tokens.span(mention.low, mention.high)
        span = Span.of(self.text, start, end)
        head = tokens.told(mention.head_low, mention.head_high)
        if mention.kind == "relative" and mention.antecedent:
            return source_as(span, head, self._antecedent(passage, mention.antecedent))
        if mention.kind == "pronoun":
            return self._pronoun(span, head, passage, start)
        if mention.kind == "name":
            return self._name(span, passage, mention, head, start)
        return self._nominal(span, passage, mention, head, proposal)

    def _antecedent(self, passage: Passage, mention: Mention) -> Speaker:
        """Whom "who" stands for: the phrase before it, without the clause that it opens."""
        found = self.resolve(passage, mention, None)
        if mention.kind != "nominal" or found.kind not in UNNAMED:
            return found
        bare = self.text[slice(*passage.tokens.span(mention.low, mention.high))]
        return Speaker(None, found.head, ARTICLE.sub("", bare, count=1), found.kind)

    def _name(
        self, span: Span, passage: Passage, mention: Mention, head: str, start: int
    ) -> Speaker:
        tokens = passage.tokens
        if outlet := outlet_in(head) or (outlet_in(span.text) if is_press_noun(head) else ""):
            return Speaker(span, head, outlet, SpeakerKind.OUTLET)
        parts = tuple(tokens.words[mention.head_low : mention.head_high])
        title = tokens.words[mention.head_low - 1].lower().strip(".") if mention.head_low else ""
        gender = "he" if title == "mr" else "she" if title in ("mrs", "ms", "miss") else ""
        person = self.people.named(parts, start, gender)
        name = person.name if person else head
        return Speaker(span, head, POSSESSIVE.sub("", name), self._kind_of_name(parts, person))

    def _kind_of_name(self, parts: tuple[str, ...], person: Person | None) -> SpeakerKind:
        if parts[-1].lower() in words("roles.txt", "plural"):
            return SpeakerKind.GROUP
        acronym = parts[-1].isupper() and len(parts[-1]) > 2
        if acronym or is_body(person.parts if person else parts):
            return SpeakerKind.ORGANIZATION
        return SpeakerKind.PERSON

    def _pronoun(self, span: Span, head: str, passage: Passage, start: int) -> Speaker:
        small = head.lower()
        if small in HE or small in SHE:
            return self._he_or_she(span, head, passage, start)
        if small in THEY:
            for _, speaker in reversed(self.last[-5:]):
                if speaker.kind in (SpeakerKind.GROUP, SpeakerKind.ORGANIZATION):
                    return Speaker(span, head, speaker.name, speaker.kind, speaker.granted_by)
            return Speaker(span, head, head, SpeakerKind.GROUP)
        if (
            small == "it"
            and self.last
            and self.last[-1][1].kind in (SpeakerKind.ORGANIZATION, SpeakerKind.OUTLET)
        ):
            return Speaker(span, head, self.last[-1][1].name, self.last[-1][1].kind)
        kind = SpeakerKind.PERSON if small in ("i", "you") else SpeakerKind.GROUP
        return Speaker(span, head, head, kind)

    def _he_or_she(self, span: Span, head: str, passage: Passage, start: int) -> Speaker:
        gender = "he" if head.lower() in HE else "she"
        here = self.numbers[id(passage)]
        for other, mention in self._subjects_before(passage, start):
            if self.numbers[id(other)] < here and (spoke := self._spoke_last(start, gender)):
                return source_as(span, head, spoke)
            if found := self._bearer(other, mention, gender):
                return source_as(span, head, found)
        for person in self.people.before(start):
            if person.gender in (gender, "") and not is_body(person.parts):
                return Speaker(span, head, person.name, SpeakerKind.PERSON)
        return Speaker(span, head, head, SpeakerKind.PERSON)

    def _spoke_last(self, start: int, gender: str) -> Speaker | None:
        """Whoever was quoted last, shortly before, if "he" or "she" may be meant for them."""
        if not self.last or start - self.last[-1][0] > SHORTLY:
            return None
        speaker = self.last[-1][1]
        person = self.people.by_name.get(speaker.name)
        return speaker if person and (not gender or person.gender in (gender, "")) else None

    def _subjects_before(self, passage: Passage, start: int) -> Iterator[tuple[Passage, Mention]]:
        """The subjects of this sentence and of those before it, the nearest first."""
        number = self.numbers[id(passage)]
        seen = 0
        while number >= 0 and seen < SENTENCES_BACK:
            other = self.passages[number]
            for low, high in reversed(other.sentences):
                if other.tokens.starts[low] < start:
                    seen += 1
                    yield from self._subjects_of(other, low, high, start)
            number -= 1

    def _subjects_of(
        self, passage: Passage, low: int, high: int, start: int
    ) -> Iterator[tuple[Passage, Mention]]:
        tokens = passage.tokens
        found = [Subjects(tokens, passage.phrases).of_sentence(low, high)]
        cues = passage.cues[passage.sentences.index((low, high))]
        found += [it.subject for it in reversed(cues) if it.kind != CueKind.JUDGING]
        for mention in found:
            if mention and tokens.ends[mention.high - 1] <= start:
                yield passage, mention

    def _bearer(self, passage: Passage, mention: Mention, gender: str) -> Speaker | None:
        """The speaker whom "he" or "she" may mean, if this subject is one."""
        if mention.kind == "name":
            parts = tuple(passage.tokens.words[mention.head_low : mention.head_high])
            start = passage.tokens.starts[mention.low]
            person = self.people.named(parts, start, gender)
            if person is None or person.gender not in (gender, "") or is_body(person.parts):
                return None
            return Speaker(None, "", person.name, SpeakerKind.PERSON)
        if mention.kind == "nominal" and passage.tokens.tags[mention.head_low] == "R":
            head = passage.tokens.words[mention.head_low]
            if singular(head) == head.lower() and gender == gender_of_noun(head, gender):
                return self.resolve(passage, mention, None)
        return None

    def _nominal(
        self, span: Span, passage: Passage, mention: Mention, head: str, proposal: Proposal | None
    ) -> Speaker:
        tokens = passage.tokens
        first = tokens.words[mention.low].lower()
        press = is_press_noun(head)
        if press and (outlet := outlet_in(span.text) or self._the_paper(first, span.start)):
            return Speaker(span, head, outlet, SpeakerKind.OUTLET)
        if first in DEFINITE and tokens.tags[mention.head_low] in "RT":
            known = self.people.with_role(head.lower(), span.start)
            if known:
                return Speaker(span, head, known.name, SpeakerKind.PERSON)
            if earlier := self.sources.called(span.text, head):
                return source_as(span, head, earlier)
        if first in DEFINITE and (spoke := self._spoke_in_person(head, span.start)):
            return source_as(span, head, spoke)
        whole = self._whole(passage, mention, proposal)
        name = ARTICLE.sub("", whole.text, count=1)
        speaker = Speaker(whole, head, name, kind_of_noun(head, tokens.tags[mention.head_low]))
        if tokens.tags[mention.head_low] in "Rn":
            self.sources.remember(head, speaker)
        return speaker

    def _spoke_in_person(self, head: str, start: int) -> Speaker | None:
        """ "The governor", "the statement": of whoever was quoted right before, if by name."""
        if head.lower() in words("people.txt", "office"):
            return self._spoke_last(start, gender_of_noun(head, ""))
        return None

    def _the_paper(self, first: str, place: int) -> str:
        return self.outlets.last_before(place) if first in DEFINITE else ""

    def _whole(self, passage: Passage, mention: Mention, proposal: Proposal | None) -> Span:
        """A description to its end: "one official who met with envoys this fall"."""
        tokens = passage.tokens
        high = mention.high
        described = (
            tokens.tags[high : high + 1] in ("W", "x") or tokens.tags[high : high + 2] == ",W"
        )
        cue = proposal.cue if proposal else None
        if cue and cue.via == "left" and high < cue.low and described:
            high = cue.low
            while high > mention.high and tokens.tags[high - 1] in "aAMuD,-":
                high -= 1
        elif found := RELATIVE.match(tokens.tags, mention.high):
            high = found.end()
        return Span.of(self.text, *tokens.span(mention.low, high))


UNNAMED = (SpeakerKind.ANONYMOUS, SpeakerKind.GROUP, SpeakerKind.ORGANIZATION)
SENTENCES_BACK = 8
SHORTLY = 800
"""Characters."""


def extent(passages: list[Passage]) -> tuple[int, int]:
    return (passages[0].start, passages[-1].end) if passages else (0, 0)


def source_as(span: Span, head: str, source: Speaker) -> Speaker:
    """The same source as before, by another phrase."""
    return Speaker(span, head, source.name, source.kind, source.granted_by)
