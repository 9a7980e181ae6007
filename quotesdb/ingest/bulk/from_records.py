"""The records that readers find, as lines."""

from collections.abc import Callable
from typing import Any

from quotesdb.lines.kinds import Values
from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    OutletRecord,
    QuoteRecord,
    Record,
    SpeakerRecord,
)


def line_of(record: Record) -> Values:
    """The line that says what the record does."""
    return _TELLERS[type(record)](record)


def _named(slug: str | None) -> dict[str, str] | None:
    return None if slug is None else {"slug": slug}


def _keyed(key: str | None) -> dict[str, str] | None:
    return None if key is None else {"key": key}


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def _speaker(it: SpeakerRecord) -> Values:
    return {
        "type": "speaker",
        "slug": it.slug,
        "name": it.name,
        "kind": str(it.kind),
        "description": it.description,
        "aliases": list(dict.fromkeys(it.aliases)),
        "wikidata_id": it.wikidata_id,
        "granted_by": _named(it.granted_by),
    }


def _outlet(it: OutletRecord) -> Values:
    return {
        "type": "outlet",
        "slug": it.slug,
        "name": it.name,
        "kind": None if it.kind is None else str(it.kind),
        "description": it.description,
        "aliases": list(dict.fromkeys(it.aliases)),
        "wikidata_id": it.wikidata_id,
        "domain": it.domain,
        "country": it.country,
        "language": it.language,
    }


def _article(it: ArticleRecord) -> Values:
    return {
        "type": "article",
        "key": it.key,
        "title": it.title,
        "url": it.url,
        "outlet": _named(it.outlet),
        "published_on": _day(it.published_on),
        "language": it.language,
        "relies_on": [
            {
                "outlet": _named(on.outlet),
                "article": _keyed(on.article),
                "kind": str(on.kind),
                "certainty": str(on.certainty),
                "evidence": on.evidence,
            }
            for on in it.relies_on
        ],
    }


def _quote(it: QuoteRecord) -> Values:
    return {
        "type": "quote",
        "key": it.key,
        "text": it.text,
        "language": it.language,
        "speaker": _named(it.speaker),
        "said_from": _day(it.said_from),
        "said_until": _day(it.said_until),
        "occasion": it.occasion,
        "attribution_status": str(it.attribution_status),
        "record_source": str(it.record_source),
    }


def _appearance(it: AppearanceRecord) -> Values:
    return {
        "type": "appearance",
        "key": it.key,
        "quote": _keyed(it.quote),
        "article": _keyed(it.article),
        "form": str(it.form),
        "language": it.language,
        "cue": it.cue,
        "is_translation": it.is_translation,
        "nested_in": _keyed(it.nested_in),
        "segments": [
            {"exact": one.exact, "prefix": one.prefix, "suffix": one.suffix} for one in it.segments
        ],
        "chain": [
            {
                "position": position,
                "speaker": _named(hop.speaker),
                "attributed_as": hop.attributed_as,
                "relation": str(hop.relation),
                "medium": None if hop.medium is None else str(hop.medium),
                "certainty": str(hop.certainty),
                "evidence": hop.evidence,
                "article": _keyed(hop.article),
            }
            for position, hop in enumerate(it.chain)
        ],
    }


_TELLERS: dict[type, Callable[[Any], Values]] = {
    SpeakerRecord: _speaker,
    OutletRecord: _outlet,
    ArticleRecord: _article,
    QuoteRecord: _quote,
    AppearanceRecord: _appearance,
}
