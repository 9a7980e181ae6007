"""What a reader found, as plain facts: all that readers say and `ingest` understands.

Records name one another by slug (speakers, outlets) or key (articles, quotes, appearances).
An empty string is "not known" for text; `None` is "none" or "not known" for everything else.
"""

from dataclasses import dataclass
from datetime import date

from quotesdb.vocabulary import (
    AttributionStatus,
    Certainty,
    Form,
    Medium,
    OutletKind,
    RecordSource,
    Relation,
    RelianceKind,
    SpeakerKind,
)


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """A person, group, organization or anonymous source. `granted_by` is an outlet's slug."""

    slug: str
    name: str
    kind: SpeakerKind
    description: str = ""
    aliases: tuple[str, ...] = ()
    wikidata_id: str = ""
    granted_by: str | None = None


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """An outlet together with the speaker that it is."""

    slug: str
    name: str
    kind: OutletKind | None = None
    description: str = ""
    aliases: tuple[str, ...] = ()
    wikidata_id: str = ""
    domain: str = ""
    country: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class RelianceRecord:
    """That an article relies on an outlet (slug) or on an article (key): exactly one of them."""

    outlet: str | None = None
    article: str | None = None
    kind: RelianceKind = RelianceKind.CITES
    certainty: Certainty = Certainty.STATED
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One published document."""

    key: str
    title: str = ""
    url: str = ""
    outlet: str | None = None
    published_on: date | None = None
    language: str = "und"
    relies_on: tuple[RelianceRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """One act of saying. `speaker` is a slug, or `None` where nobody knows."""

    key: str
    text: str
    language: str = "und"
    speaker: str | None = None
    said_from: date | None = None
    said_until: date | None = None
    occasion: str = ""
    attribution_status: AttributionStatus = AttributionStatus.UNVERIFIED
    record_source: RecordSource = RecordSource.CURATOR


@dataclass(frozen=True, slots=True)
class SegmentRecord:
    """A run of the printed words, with what stands before and after it where that is needed."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class HopRecord:
    """One pair of hands on a chain. `speaker` is a slug, `article` a key."""

    speaker: str
    attributed_as: str = ""
    relation: Relation = Relation.SAID
    medium: Medium | None = None
    certainty: Certainty = Certainty.STATED
    evidence: str = ""
    article: str | None = None


@dataclass(frozen=True, slots=True)
class AppearanceRecord:
    """One printing of a quote by one article. `nested_in` is the outer appearance's key."""

    key: str
    quote: str
    article: str
    form: Form
    segments: tuple[SegmentRecord, ...]
    language: str = "und"
    cue: str = ""
    is_translation: bool = False
    nested_in: str | None = None
    chain: tuple[HopRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleTextRecord:
    """The text of an article as it was retrieved."""

    article: str
    body: str


Record = SpeakerRecord | OutletRecord | ArticleRecord | QuoteRecord | AppearanceRecord


def identity(record: Record) -> tuple[str, str]:
    """The kind of a record and its slug or key: `("quote", "ready-to-negotiate")`."""
    match record:
        case SpeakerRecord(slug=slug):
            return "speaker", slug
        case OutletRecord(slug=slug):
            return "outlet", slug
        case ArticleRecord(key=key):
            return "article", key
        case QuoteRecord(key=key):
            return "quote", key
        case AppearanceRecord(key=key):
            return "appearance", key
