"""From the phrase that the article uses to whom it means."""

import re

from quotesdb.extraction.english.outlets import Outlets, is_press_noun, outlet_in
from quotesdb.extraction.english.people import People, Person, is_body
from quotesdb.extraction.english.phrases import Mention
from quotesdb.extraction.english.proposals import Passage, Proposal
from quotesdb.extraction.english.words import words
from quotesdb.extraction.findings import Span, Speaker
from quotesdb.vocabulary import SpeakerKind

HE, SHE, THEY = {"he", "him"}, {"she", "her"}, {"they", "them"}
ARTICLE = re.compile(r"(?:an?|the|one|another|this|that)\s+", re.IGNORECASE)
RELATIVE = re.compile(r",?W[^.;:Q,-]*")
POSSESSIVE = re.compile(r"['’]s?$")
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
WOMENS = re.compile(r"woman|women|wife|mother|daughter|sister|girl|actress|queen", re.IGNORECASE)


class Speakers:
    """Resolves the mentions of one article, in the order of its text."""

    def __init__(self, passages: list[Passage], text: str) -> None:
        self.text = text
        self.passages = passages
        self.people = People(passages)
        self.outlets = Outlets(text)
        self.described: dict[str, Speaker] = {}
        self.last: list[tuple[int, Speaker]] = []

    def of(self, proposal: Proposal) -> Speaker | None:
        found = proposal.spoken_by
        if found is None:
            return None
        passage, mention = found
        speaker = self.resolve(passage, mention, proposal)
        self.last.append((proposal.start, speaker))
        return speaker

    def resolve(self, passage: Passage, mention: Mention, proposal: Proposal | None) -> Speaker:
        tokens = passage.tokens
        start, end = tokens.span(mention.low, mention.high)
        span = Span.of(self.text, start, end)
        head = tokens.told(mention.head_low, mention.head_high)
        if mention.kind == "relative" and mention.antecedent:
            return source_as(span, head, self.resolve(passage, mention.antecedent, None))
        if mention.kind == "pronoun":
            return self._pronoun(span, head, start)
        if mention.kind == "name":
            return self._name(span, passage, mention, head, start)
        return self._nominal(span, passage, mention, head, proposal)

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
        if is_body(person.parts if person else parts):
            return SpeakerKind.ORGANIZATION
        return SpeakerKind.PERSON

    def _pronoun(self, span: Span, head: str, start: int) -> Speaker:
        small = head.lower()
        if small in HE or small in SHE:
            return self._he_or_she(span, head, start, "he" if small in HE else "she")
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

    def _he_or_she(self, span: Span, head: str, start: int, gender: str) -> Speaker:
        candidates = self._candidates(start)
        for wanted in (gender, ""):
            for person in candidates:
                if person.gender == wanted and not is_body(person.parts):
                    return Speaker(span, head, person.name, SpeakerKind.PERSON)
        source = self._unnamed_before()
        return (
            source_as(span, head, source)
            if source
            else Speaker(span, head, head, SpeakerKind.PERSON)
        )

    def _candidates(self, start: int) -> list[Person]:
        """Subjects of this sentence and those before it, then speakers, then anybody named."""
        return self.people.before(start)

    def _unnamed_before(self) -> Speaker | None:
        return self.last[-1][1] if self.last else None

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
            if earlier := self.described.get(singular(head)):
                return source_as(span, head, earlier)
        whole = self._whole(passage, mention, proposal)
        name = ARTICLE.sub("", whole.text, count=1)
        speaker = Speaker(whole, head, name, kind_of_noun(head, tokens.tags[mention.head_low]))
        if tokens.tags[mention.head_low] == "R":
            self.described[singular(head)] = speaker
        return speaker

    def _the_paper(self, first: str, place: int) -> str:
        return self.outlets.last_before(place) if first in DEFINITE else ""

    def _whole(self, passage: Passage, mention: Mention, proposal: Proposal | None) -> Span:
        """A description to its end: "one official who met with envoys this fall"."""
        tokens = passage.tokens
        high = mention.high
        if proposal and proposal.cue and proposal.cue.via == "left" and high < proposal.cue.low:
            high = proposal.cue.low
            while high > mention.high and tokens.tags[high - 1] in "aAMuD,-":
                high -= 1
        elif found := RELATIVE.match(tokens.tags, mention.high):
            high = found.end()
        return Span.of(self.text, *tokens.span(mention.low, high))


def source_as(span: Span, head: str, source: Speaker) -> Speaker:
    """The same source as before, by another phrase."""
    return Speaker(span, head, source.name, source.kind, source.granted_by)


def singular(noun: str) -> str:
    small = noun.lower()
    if small.endswith("men"):
        return f"{small[:-3]}man"
    return small[:-1] if small.endswith("s") and not small.endswith("ss") else small


def kind_of_noun(head: str, tag: str) -> SpeakerKind:
    small = head.lower()
    if is_press_noun(small):
        return SpeakerKind.OUTLET if small != "report" else SpeakerKind.ORGANIZATION
    if tag == "O":
        return SpeakerKind.ORGANIZATION
    if tag == "R" and singular(small) == small:
        return SpeakerKind.ANONYMOUS
    if small in ("sources", "insiders"):
        return SpeakerKind.ANONYMOUS
    return SpeakerKind.GROUP if small.endswith("s") or small == "people" else SpeakerKind.ANONYMOUS
