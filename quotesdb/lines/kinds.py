"""The kinds of lines: what each says, in the API's names, and in which columns that is held."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quotesdb.lines.members import (
    BY_KEY,
    BY_SLUG,
    DAY,
    MOMENT,
    NEEDED,
    NUMBER,
    NUMBER_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    TRUTH,
    Member,
)
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    Correction,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)
from quotesdb.vocabulary import (
    AttributionStatus,
    Certainty,
    RecordSource,
    Relation,
    RelianceKind,
)


@dataclass(frozen=True, slots=True)
class PartKind:
    """A list inside a line, and the rows that hold it."""

    name: str
    model: Any
    members: tuple[Member, ...]
    is_positioned: bool = False
    """Whether its rows have a position, which is the place in the list."""

    plain: bool = False
    """Whether each item is the value of the only member, and no object."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. `derived` are members of the API's answers that are found anew."""

    name: str
    model: Any
    named_by: str
    members: tuple[Member, ...]
    parts: tuple[PartKind, ...] = ()
    derived: frozenset[str] = frozenset()

    @property
    def merged_into(self) -> Member:
        sort = BY_SLUG if self.named_by == "slug" else BY_KEY
        return Member("merged_into", "merged_into_id", sort, None, self.name)


VERSION = Member("version", "version", NUMBER, 1)
UPDATED_AT = Member("updated_at", "updated_at", MOMENT)
LANGUAGE = Member("language", "language", TEXT, "und")
CERTAINTY = Member("certainty", "certainty", TEXT, Certainty.STATED.value)
EVIDENCE = Member("evidence", "evidence", TEXT, "")
NAME = Member("name", "name", TEXT, NEEDED)
DESCRIPTION = Member("description", "description", TEXT, "")
WIKIDATA_ID = Member("wikidata_id", "wikidata_id", TEXT_OR_NULL)
KEY = Member("key", "key", TEXT, NEEDED)
SLUG = Member("slug", "slug", TEXT, NEEDED)

IDENTITY = (
    Member("identified_as", "identified_as_id", BY_SLUG, None, "speaker"),
    Member("identity_is_public", "identity_is_public", TRUTH, False),
)
"""Told only where it is public, or where private things are told."""

TEXT_VERSION = Member("text_version", "text__version", NUMBER_OR_NULL)
"""The version of the article's text in which places are counted; texts are private."""

ALIASES = PartKind("aliases", Alias, (NAME,), plain=True)

RELIES_ON = PartKind(
    "relies_on",
    Reliance,
    (
        Member("outlet", "outlet_id", BY_SLUG, None, "outlet"),
        Member("article", "source_id", BY_KEY, None, "article"),
        Member("kind", "kind", TEXT, RelianceKind.CITES.value),
        CERTAINTY,
        EVIDENCE,
    ),
)

SEGMENTS = PartKind(
    "segments",
    Segment,
    (
        Member("exact", "exact", TEXT, NEEDED),
        Member("prefix", "prefix", TEXT, ""),
        Member("suffix", "suffix", TEXT, ""),
        Member("start", "start", NUMBER_OR_NULL),
        Member("end", "end", NUMBER_OR_NULL),
    ),
    is_positioned=True,
)

CHAIN = PartKind(
    "chain",
    Hop,
    (
        Member("position", "position", NUMBER, NEEDED),
        Member("speaker", "speaker_id", BY_SLUG, NEEDED, "speaker"),
        Member("attributed_as", "attributed_as", TEXT, ""),
        Member("relation", "relation", TEXT, Relation.SAID.value),
        Member("medium", "medium", TEXT_OR_NULL),
        CERTAINTY,
        EVIDENCE,
        Member("article", "article_id", BY_KEY, None, "article"),
    ),
    is_positioned=True,
)

OUTLET = Kind(
    "outlet",
    Outlet,
    "slug",
    (
        Member("kind", "kind", TEXT_OR_NULL),
        Member("domain", "domain", TEXT_OR_NULL),
        Member("country", "country", TEXT_OR_NULL),
        Member("language", "language", TEXT_OR_NULL),
    ),
)

PROFILED = Kind(
    "speaker",
    Speaker,
    "slug",
    (SLUG, NAME, DESCRIPTION, WIKIDATA_ID),
    (ALIASES,),
)
"""The speaker that an outlet is, told in the outlet's line."""

SPEAKER = Kind(
    "speaker",
    Speaker,
    "slug",
    (
        SLUG,
        NAME,
        Member("kind", "kind", TEXT, NEEDED),
        DESCRIPTION,
        WIKIDATA_ID,
        Member("granted_by", "granted_by_id", BY_SLUG, None, "outlet"),
    ),
    (ALIASES,),
    frozenset({"id"}),
)

ARTICLE = Kind(
    "article",
    Article,
    "key",
    (
        KEY,
        Member("title", "title", TEXT_OR_NULL),
        Member("url", "url", TEXT_OR_NULL),
        Member("published_on", "published_on", DAY),
        LANGUAGE,
        Member("outlet", "outlet_id", BY_SLUG, None, "outlet"),
    ),
    (RELIES_ON,),
    frozenset({"id", "sort_date", "corrections", "appearances"}),
)

QUOTE = Kind(
    "quote",
    Quote,
    "key",
    (
        KEY,
        Member("text", "text", TEXT, NEEDED),
        LANGUAGE,
        Member("speaker", "speaker_id", BY_SLUG, None, "speaker"),
        Member("said_from", "said_from", DAY),
        Member("said_until", "said_until", DAY),
        Member("occasion", "occasion", TEXT, ""),
        Member(
            "attribution_status", "attribution_status", TEXT, AttributionStatus.UNVERIFIED.value
        ),
        Member("record_source", "record_source", TEXT, RecordSource.CURATOR.value),
    ),
    (),
    frozenset(
        {
            "id",
            "sort_date",
            "appearance_count",
            "independent_origins",
            "independent_origins_inferred",
            "corrections",
        }
    ),
)

APPEARANCE = Kind(
    "appearance",
    Appearance,
    "key",
    (
        KEY,
        Member("quote", "quote_id", BY_KEY, NEEDED, "quote"),
        Member("article", "article_id", BY_KEY, NEEDED, "article"),
        LANGUAGE,
        Member("form", "form", TEXT, NEEDED),
        Member("cue", "cue", TEXT, ""),
        Member("is_translation", "is_translation", TRUTH, False),
        Member("nested_in", "nested_in_id", BY_KEY, None, "appearance"),
    ),
    (SEGMENTS, CHAIN),
    frozenset({"id", "wording", "attributed_differently", "corrections", "affected_by"}),
)

CORRECTION = Kind(
    "correction",
    Correction,
    "key",
    (
        KEY,
        Member("kind", "kind", TEXT, NEEDED),
        Member("reason", "reason", TEXT, NEEDED),
        Member("made_on", "made_on", DAY),
        Member("source_url", "source_url", TEXT_OR_NULL),
        Member("source_article", "source_article_id", BY_KEY, None, "article"),
        Member("source", "source", TEXT_OR_NULL),
        Member("quote", "quote_id", BY_KEY, None, "quote"),
        Member("appearance", "appearance_id", BY_KEY, None, "appearance"),
        Member("article", "article_id", BY_KEY, None, "article"),
        Member("taken_back_on", "taken_back_on", DAY),
        Member("taken_back_because", "taken_back_because", TEXT_OR_NULL),
    ),
    (),
    frozenset({"id", "affects"}),
)

KINDS = {kind.name: kind for kind in (OUTLET, SPEAKER, ARTICLE, QUOTE, APPEARANCE, CORRECTION)}
"""In the order in which they can be written."""

NAMES: dict[str, str] = {
    "speaker": "slug",
    "outlet": "speaker__slug",
    "article": "key",
    "quote": "key",
    "appearance": "key",
    "correction": "key",
}
"""By kind: the way to a record's name."""


def ways_to(members: Sequence[Member]) -> list[str]:
    """The columns to ask for, with names in place of the ids of others."""
    return [way_to(member) for member in members]


def way_to(member: Member) -> str:
    if not member.refers_to:
        return member.column
    return f"{member.column.removesuffix('_id')}__{NAMES[member.refers_to]}"


Values = dict[str, Any]
"""A line as it is parsed: names and what JSON can hold."""
