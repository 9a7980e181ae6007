"""What is known of one quote: all that any of the formats can carry.

No article's text is among it, and of who an anonymous source turned out to be only what is public.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from quotesdb.vocabulary import (
    AttributionStatus,
    Certainty,
    Form,
    Medium,
    OutletKind,
    Relation,
    RelianceKind,
    SpeakerKind,
)

UNKNOWN_LANGUAGE = "und"
DOUBTED = frozenset(
    {
        AttributionStatus.DISPUTED,
        AttributionStatus.MISATTRIBUTED,
        AttributionStatus.FABRICATED,
        AttributionStatus.RETRACTED,
    }
)


@dataclass(frozen=True, slots=True)
class Agent:
    """A speaker. `granted_by` names the outlet that granted an anonymous source its anonymity."""

    slug: str
    name: str
    kind: SpeakerKind
    wikidata_id: str = ""
    description: str = ""
    granted_by: str = ""
    identity: "Agent | None" = None

    @property
    def is_anonymous(self) -> bool:
        return self.kind is SpeakerKind.ANONYMOUS


@dataclass(frozen=True, slots=True)
class Reliance:
    """What an article draws on: an outlet, or an article by its key; exactly one of them."""

    outlet: Agent | None = None
    article: str | None = None
    kind: RelianceKind = RelianceKind.CITES
    certainty: Certainty = Certainty.STATED
    evidence: str = ""

    @property
    def is_stated(self) -> bool:
        return self.certainty is Certainty.STATED


@dataclass(frozen=True, slots=True)
class Article:
    """A document that prints the quote, stands for a hop, or is relied on by one that prints it."""

    key: str
    title: str = ""
    url: str = ""
    published_on: date | None = None
    language: str = UNKNOWN_LANGUAGE
    outlet: Agent | None = None
    outlet_kind: OutletKind | None = None
    relies_on: tuple[Reliance, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of printed words; its place is in code points, or not known."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One pair of hands. `article` is the key of the article that stands for it, if known."""

    agent: Agent
    relation: Relation = Relation.SAID
    certainty: Certainty = Certainty.STATED
    attributed_as: str = ""
    medium: Medium | None = None
    evidence: str = ""
    article: str | None = None

    @property
    def is_stated(self) -> bool:
        return self.certainty is Certainty.STATED

    @property
    def named(self) -> str:
        """The name that the article itself uses, if it is recorded."""
        return self.attributed_as or self.agent.name


@dataclass(frozen=True, slots=True)
class Appearance:
    """One printing. `nested_in` is the key of the appearance inside whose words it stands.

    Places are counted in the article's text as it was retrieved at `retrieved_at`.
    """

    key: str
    article: str
    wording: str
    language: str = UNKNOWN_LANGUAGE
    form: Form = Form.DIRECT
    is_translation: bool = False
    nested_in: str | None = None
    retrieved_at: datetime | None = None
    segments: tuple[Segment, ...] = ()
    chain: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """One act of saying, with all its printings; `articles` by key are all that these name."""

    id: int
    key: str
    text: str
    language: str = UNKNOWN_LANGUAGE
    speaker: Agent | None = None
    said_from: date | None = None
    said_until: date | None = None
    occasion: str = ""
    status: AttributionStatus = AttributionStatus.UNVERIFIED
    appearances: tuple[Appearance, ...] = ()
    articles: Mapping[str, Article] = field(default_factory=dict)

    @property
    def is_doubted(self) -> bool:
        """Whether nobody may be named, without more words, as having said it."""
        return self.status in DOUBTED

    def is_said_by(self, agent: Agent) -> bool:
        return self.speaker is not None and self.speaker.slug == agent.slug
