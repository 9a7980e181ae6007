"""What is made: one dataclass a noun, with numbers for ids."""

from dataclasses import dataclass, field
from datetime import date

from quotesdb.vocabulary import Certainty, Form, Relation


@dataclass(frozen=True, slots=True)
class Speaker:
    number: int
    slug: str
    name: str
    kind: str
    wikidata_id: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet has the number of the speaker that it is."""

    speaker: Speaker
    kind: str
    domain: str
    country: str
    language: str


@dataclass(frozen=True, slots=True)
class Article:
    """`relies_on`: the number of an outlet, or of an earlier article; at most one of them."""

    number: int
    key: str
    title: str
    url: str
    outlet: int | None
    published_on: date | None
    language: str
    relies_on_outlet: int | None = None
    relies_on_article: int | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    speaker: int
    attributed_as: str
    relation: Relation
    medium: str
    certainty: Certainty
    evidence: str


@dataclass(frozen=True, slots=True)
class Segment:
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Appearance:
    number: int
    key: str
    article: int
    segments: list[Segment]
    language: str
    form: Form
    cue: str
    is_translation: bool
    chain: list[Hop]

    @property
    def wording(self) -> str:
        return " ".join(segment.exact for segment in self.segments)


@dataclass(slots=True)
class Quote:
    number: int
    key: str
    text: str
    language: str
    speaker: int | None
    said_from: date | None
    said_until: date | None
    occasion: str
    attribution_status: str
    appearances: list[Appearance] = field(default_factory=list)
