"""What a reader proposes about one article, every word of it with its place in the text."""

from dataclasses import dataclass
from datetime import date

from quotesdb.vocabulary import Certainty, Form, Medium, Relation, SpeakerKind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of the article's own text. Places count code points."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, article: str, start: int, end: int) -> "Span":
        return cls(start, end, article[start:end])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom the article names: as it prints them here, and who that is in the whole of it.

    `head` is the word or name that the mention turns on; `name` is the full name, or, for
    whoever has none, the whole description. `granted_by` is the outlet an unnamed source spoke to.
    """

    mention: Span | None
    head: str
    name: str
    kind: SpeakerKind
    granted_by: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One pair of hands on the way from whoever spoke to this article."""

    speaker: Speaker
    relation: Relation
    medium: Medium | None = None
    certainty: Certainty = Certainty.STATED
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A quote, proposed.

    `segments` are the words themselves, without their marks. `content` is all that the article
    lays in the speaker's mouth: for a fragment in the article's own sentence the whole clause,
    for words in marks the same words with the marks. `nested_in` is the place of the outer
    finding among the reading's findings.
    """

    segments: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    rule: str
    confidence: float
    speaker: Speaker | None = None
    cue: Span | None = None
    chain: tuple[Hop, ...] = ()
    nested_in: int | None = None
    said_on: Span | None = None
    said_from: date | None = None
    said_until: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reader found in one article, in the order of the text."""

    text: str
    findings: tuple[Finding, ...]
    refused: tuple[str, ...] = ()
