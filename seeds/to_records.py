"""From what stands in a valid seed file to records."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    HopRecord,
    OutletRecord,
    QuoteRecord,
    Record,
    RelianceRecord,
    SegmentRecord,
    SpeakerRecord,
)
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
from seeds.naming import appearance_key

Given = dict[str, Any]

CONVERTED = {
    "said_from": date.fromisoformat,
    "said_until": date.fromisoformat,
    "published_on": date.fromisoformat,
    "attribution_status": AttributionStatus,
    "record_source": RecordSource,
    "form": Form,
    "relation": Relation,
    "medium": Medium,
    "certainty": Certainty,
    "aliases": tuple,
}
"""Fields that mean the same wherever they stand; `kind` does not."""


def records_of(file: Given) -> Iterator[Record]:
    """The records of one file: those that others name before those that name them."""
    for speaker in file.get("speakers", ()):
        yield SpeakerRecord(**_given(speaker, kind=SpeakerKind))
    for outlet in file.get("outlets", ()):
        yield OutletRecord(**_given(outlet, kind=OutletKind))
    for quote in file.get("quotes", ()):
        yield QuoteRecord(**_given(quote))
    if "article" in file:
        yield from _article(_given(file["article"]))


def _article(given: Given) -> Iterator[Record]:
    appearances = given.pop("appearances", ())
    relies_on = tuple(
        RelianceRecord(**_given(reliance, kind=RelianceKind))
        for reliance in given.pop("relies_on", ())
    )
    article = ArticleRecord(**given, relies_on=relies_on)
    yield article
    keys = {appearance_key(article.key, appearance) for appearance in appearances}
    for appearance in appearances:
        yield _appearance(article, _given(appearance), keys)


def _appearance(article: ArticleRecord, given: Given, keys: set[str]) -> AppearanceRecord:
    given["key"] = appearance_key(article.key, given)
    given.setdefault("language", article.language)
    if "nested_in" in given:
        given["nested_in"] = _outer_key(article.key, given["nested_in"], keys)
    given["segments"] = tuple(_segment(segment) for segment in given["segments"])
    given["chain"] = tuple(HopRecord(**_given(hop)) for hop in given.get("chain", ()))
    return AppearanceRecord(**given, article=article.key)


def _outer_key(article: str, named: str, keys: set[str]) -> str:
    """The article's key may be left out; what names no appearance is left for the writer."""
    within = f"{article}/{named}"
    return within if named not in keys and within in keys else named


def _segment(segment: str | Given) -> SegmentRecord:
    given = {"exact": segment} if isinstance(segment, str) else segment
    return SegmentRecord(**_given(given))


def _given(fields: Given, **kind: type) -> Given:
    """The fields that say something, each as the type that its record wants."""
    converted = CONVERTED | kind
    return {
        field: converted[field](value) if field in converted else _trimmed(field, value)
        for field, value in fields.items()
        if value is not None
    }


def _trimmed(field: str, value: Any) -> Any:
    """Without the ends of lines that YAML's block scalars leave behind."""
    if isinstance(value, str) and field not in ("prefix", "suffix"):
        return value.rstrip("\n")
    return value
