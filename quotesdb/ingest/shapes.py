"""Each kind of record as plain values: from a record, from rows, and into rows again.

The values are what JSON can hold, so that what was brought can be remembered and compared.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from quotesdb.ingest.names import Names
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)
from quotesdb.records import Record
from quotesdb.vocabulary import SpeakerKind

Values = dict[str, Any]
Rows = tuple[Any, dict[str, Sequence[Any]]]
"""A row, and its parts by relation."""


def values_of(record: Record) -> Values:
    """The record as plain values, without the name that identifies it."""
    plain = {field.name: _plain(getattr(record, field.name)) for field in fields(record)}
    plain.pop("slug", None)
    plain.pop("key", None)
    if "aliases" in plain:
        plain["aliases"] = list(dict.fromkeys(plain["aliases"]))
    if "segments" in plain:
        plain["segments"] = [segment["exact"] for segment in plain["segments"]]
    return plain


def _plain(value: Any) -> Any:
    match value:
        case None:
            return None
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case str() | bool() | int():
            return value
        case _:
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind is found, told as values, and made of values."""

    found: Callable[[Iterable[str]], QuerySet[Any]]
    name: Callable[[Any], str]
    told: Callable[[Any], Values]
    made: Callable[[Any, Values, Names], Rows]


def _speakers(slugs: Iterable[str]) -> QuerySet[Any]:
    rows = Speaker.objects.filter(slug__in=list(slugs)).exclude(kind=SpeakerKind.OUTLET.value)
    return rows.select_related("granted_by__speaker").prefetch_related("aliases")


def _tell_speaker(speaker: Speaker) -> Values:
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "description": speaker.description,
        "aliases": [alias.name for alias in speaker.aliases.all()],
        "wikidata_id": speaker.wikidata_id,
        "granted_by": speaker.granted_by.speaker.slug if speaker.granted_by else None,
    }


def _make_speaker(speaker: Speaker | str, values: Values, names: Names) -> Rows:
    row = speaker if isinstance(speaker, Speaker) else Speaker(slug=speaker)
    row.name, row.kind = values["name"], values["kind"]
    row.description, row.wikidata_id = values["description"], values["wikidata_id"]
    row.granted_by = names.outlet(values["granted_by"], ("granted_by",))
    return row, {"aliases": [Alias(name=name) for name in values["aliases"]]}


def _outlets(slugs: Iterable[str]) -> QuerySet[Any]:
    rows = Outlet.objects.filter(speaker__slug__in=list(slugs))
    return rows.select_related("speaker").prefetch_related("speaker__aliases")


def _tell_outlet(outlet: Outlet) -> Values:
    return {
        "name": outlet.speaker.name,
        "kind": outlet.kind or None,
        "description": outlet.speaker.description,
        "aliases": [alias.name for alias in outlet.speaker.aliases.all()],
        "wikidata_id": outlet.speaker.wikidata_id,
        "domain": outlet.domain,
        "country": outlet.country,
        "language": outlet.language,
    }


def _make_outlet(outlet: Outlet | str, values: Values, names: Names) -> Rows:
    if isinstance(outlet, Outlet):
        row, speaker = outlet, outlet.speaker
    else:
        speaker = Speaker(slug=outlet, kind=SpeakerKind.OUTLET.value)
        row = Outlet(speaker=speaker)
    speaker.name, speaker.description = values["name"], values["description"]
    speaker.wikidata_id = values["wikidata_id"]
    row.kind, row.domain = values["kind"] or "", values["domain"]
    row.country, row.language = values["country"], values["language"]
    return row, {"aliases": [Alias(name=name) for name in values["aliases"]]}


def _articles(keys: Iterable[str]) -> QuerySet[Any]:
    rows = Article.objects.filter(key__in=list(keys)).select_related("outlet__speaker")
    return rows.prefetch_related("relies_on__outlet__speaker", "relies_on__source")


def _tell_reliance(reliance: Reliance) -> Values:
    return {
        "outlet": reliance.outlet.speaker.slug if reliance.outlet else None,
        "article": reliance.source.key if reliance.source else None,
        "kind": reliance.kind,
        "certainty": reliance.certainty,
        "evidence": reliance.evidence,
    }


def _tell_article(article: Article) -> Values:
    return {
        "title": article.title,
        "url": article.url,
        "outlet": article.outlet.speaker.slug if article.outlet else None,
        "published_on": _plain(article.published_on),
        "language": article.language,
        "relies_on": [_tell_reliance(reliance) for reliance in article.relies_on.all()],
    }


def _make_article(article: Article | str, values: Values, names: Names) -> Rows:
    row = article if isinstance(article, Article) else Article(key=article)
    row.title, row.url, row.language = values["title"], values["url"], values["language"]
    row.outlet = names.outlet(values["outlet"], ("outlet",))
    row.published_on = _date(values["published_on"])
    relies_on = [
        Reliance(
            outlet=names.outlet(on["outlet"], ("relies_on", index, "outlet")),
            source=names.article(on["article"], ("relies_on", index, "article")),
            kind=on["kind"],
            certainty=on["certainty"],
            evidence=on["evidence"],
        )
        for index, on in enumerate(values["relies_on"])
    ]
    return row, {"relies_on": relies_on}


def _quotes(keys: Iterable[str]) -> QuerySet[Any]:
    return Quote.objects.filter(key__in=list(keys)).select_related("speaker")


def _tell_quote(quote: Quote) -> Values:
    return {
        "text": quote.text,
        "language": quote.language,
        "speaker": quote.speaker.slug if quote.speaker else None,
        "said_from": _plain(quote.said_from),
        "said_until": _plain(quote.said_until),
        "occasion": quote.occasion,
        "attribution_status": quote.attribution_status,
        "record_source": quote.record_source,
    }


def _make_quote(quote: Quote | str, values: Values, names: Names) -> Rows:
    row = quote if isinstance(quote, Quote) else Quote(key=quote)
    row.text, row.language, row.occasion = values["text"], values["language"], values["occasion"]
    row.speaker = names.speaker(values["speaker"], ("speaker",))
    row.said_from, row.said_until = _date(values["said_from"]), _date(values["said_until"])
    row.attribution_status = values["attribution_status"]
    row.record_source = values["record_source"]
    return row, {}


def _appearances(keys: Iterable[str]) -> QuerySet[Any]:
    rows = Appearance.objects.filter(key__in=list(keys))
    rows = rows.select_related("quote", "article", "nested_in", "text")
    return rows.prefetch_related("segments", "chain__speaker", "chain__article")


def _tell_hop(hop: Hop) -> Values:
    return {
        "speaker": hop.speaker.slug,
        "attributed_as": hop.attributed_as,
        "relation": hop.relation,
        "medium": hop.medium or None,
        "certainty": hop.certainty,
        "evidence": hop.evidence,
        "article": hop.article.key if hop.article else None,
    }


def _tell_appearance(appearance: Appearance) -> Values:
    return {
        "quote": appearance.quote.key,
        "article": appearance.article.key,
        "form": appearance.form,
        "segments": [segment.exact for segment in appearance.segments.all()],
        "language": appearance.language,
        "cue": appearance.cue,
        "is_translation": appearance.is_translation,
        "nested_in": appearance.nested_in.key if appearance.nested_in else None,
        "chain": [_tell_hop(hop) for hop in appearance.chain.all()],
    }


def _make_appearance(appearance: Appearance | str, values: Values, names: Names) -> Rows:
    row = appearance if isinstance(appearance, Appearance) else Appearance(key=appearance)
    row.quote = names.quote(values["quote"], ("quote",))
    row.article = names.article(values["article"], ("article",))
    row.nested_in = names.appearance(values["nested_in"], ("nested_in",))
    for name in ("form", "language", "cue", "is_translation"):
        setattr(row, name, values[name])
    held = list(row.segments.all()) if row.pk else []
    if row.text is not None and row.text.article_id != row.article_id:
        row.text, held = None, []  # The places were counted in the article it stood in before.
    segments = [
        _make_segment(position, exact, held) for position, exact in enumerate(values["segments"])
    ]
    chain = [_make_hop(position, hop, names) for position, hop in enumerate(values["chain"])]
    return row, {"segments": segments, "chain": chain}


def _make_segment(position: int, exact: str, held: list[Segment]) -> Segment:
    """A segment whose words are held already takes over their place in the text."""
    twin = next((segment for segment in held if segment.exact == exact), None)
    if twin is None:
        return Segment(position=position, exact=exact)
    held.remove(twin)
    place = {name: getattr(twin, name) for name in ("prefix", "suffix", "start", "end")}
    return Segment(position=position, exact=exact, **place)


def _make_hop(position: int, values: Values, names: Names) -> Hop:
    at = ("chain", position)
    return Hop(
        position=position,
        speaker=names.speaker(values["speaker"], (*at, "speaker")),
        article=names.article(values["article"], (*at, "article")),
        attributed_as=values["attributed_as"],
        relation=values["relation"],
        medium=values["medium"] or "",
        certainty=values["certainty"],
        evidence=values["evidence"],
    )


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _slug(speaker: Speaker) -> str:
    return speaker.slug


def _outlet_slug(outlet: Outlet) -> str:
    return outlet.speaker.slug


def _key(row: Any) -> str:
    return str(row.key)


SHAPES = {
    "outlet": Shape(_outlets, _outlet_slug, _tell_outlet, _make_outlet),
    "speaker": Shape(_speakers, _slug, _tell_speaker, _make_speaker),
    "article": Shape(_articles, _key, _tell_article, _make_article),
    "quote": Shape(_quotes, _key, _tell_quote, _make_quote),
    "appearance": Shape(_appearances, _key, _tell_appearance, _make_appearance),
}
"""The kinds, in the order in which they can be written."""
