"""Who and what in a dataset is held already: by Wikidata id, by domain, by address, by key.

Datasets add what is not held, and complete what they once brought; they never change it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Model
from simple_history.utils import get_history_manager_for_model

from quotesdb.models import Appearance, Article, Outlet, Quote, Reliance, Speaker
from quotesdb.portions import portions
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
    identity,
)
from quotesdb.vocabulary import AttributionStatus, Certainty, RecordSource, RelianceKind

Name = tuple[str, str]


def kind_and_name(record: Record) -> Name:
    """What no other record may be called. Outlets are speakers, and share their slugs."""
    kind, name = identity(record)
    return ("speaker" if kind == "outlet" else kind), name


@dataclass(slots=True)
class Held:
    """What is held of some records: under which names, and what it says."""

    names: dict[Name, str] = field(default_factory=dict)
    records: dict[Name, Record] = field(default_factory=dict)
    deleted: set[Name] = field(default_factory=set)
    """What was once held and was deleted since."""

    def renamed(self, record: Record) -> Record:
        """The record, and those that it names, called as they are called here."""
        match record:
            case SpeakerRecord() | OutletRecord():
                return replace(record, slug=self._name("speaker", record.slug))
            case ArticleRecord():
                key = self._name("article", record.key)
                relied_on = map(self._relied_on, record.relies_on)
                # Two articles that a curator has merged cannot rely on one another any more.
                relies_on = tuple(one for one in relied_on if one.article != key)
                outlet = self._speaker(record.outlet)
                return replace(record, key=key, outlet=outlet, relies_on=relies_on)
            case QuoteRecord():
                key = self._name("quote", record.key)
                return replace(record, key=key, speaker=self._speaker(record.speaker))
            case AppearanceRecord():
                return replace(
                    record,
                    key=self._name("appearance", record.key),
                    quote=self._name("quote", record.quote),
                    article=self._name("article", record.article),
                    chain=tuple(self._hop(hop) for hop in record.chain),
                )

    def _name(self, kind: str, name: str) -> str:
        """The name here of what the dataset calls so; the same where it is not held."""
        return self.names.get((kind, name), name)

    def _speaker(self, slug: str | None) -> str | None:
        return slug and self._name("speaker", slug)

    def _hop(self, hop: HopRecord) -> HopRecord:
        return replace(hop, speaker=self._name("speaker", hop.speaker))

    def _relied_on(self, one: RelianceRecord) -> RelianceRecord:
        return replace(one, article=one.article and self._name("article", one.article))


def held(records: Collection[Record]) -> Held:
    """What is held of these. A fixed number of queries, however many they are."""
    found = Held()
    _speakers([it for it in records if isinstance(it, SpeakerRecord)], found)
    _outlets([it for it in records if isinstance(it, OutletRecord)], found)
    _articles([it for it in records if isinstance(it, ArticleRecord)], found)
    _quotes([it.key for it in records if isinstance(it, QuoteRecord)], found)
    _appearances([it for it in records if isinstance(it, AppearanceRecord)], found)
    _deleted({kind_and_name(record) for record in records} - found.names.keys(), found)
    return found


def _looked_up(names: Iterable[str], query: Callable[[list[str]], Iterable[Any]]) -> Iterator[Any]:
    for some in portions(sorted({name for name in names if name})):
        yield from query(some)


def _speakers(records: list[SpeakerRecord], found: Held) -> None:
    """By Wikidata id, else by slug. Of several with one id the oldest is meant."""
    rows = Speaker.objects.select_related("merged_into").order_by("-pk")
    by_id = {
        row.wikidata_id: _survivor(row)
        for row in _looked_up(
            (it.wikidata_id for it in records), lambda some: rows.filter(wikidata_id__in=some)
        )
    }
    by_slug = {
        row.slug: _survivor(row)
        for row in _looked_up((it.slug for it in records), lambda some: rows.filter(slug__in=some))
    }
    for it in records:
        row = by_id.get(it.wikidata_id) or by_slug.get(it.slug)
        if row is not None:
            _know(found, ("speaker", it.slug), row.slug, it)


def _outlets(records: list[OutletRecord], found: Held) -> None:
    """By domain, else by slug."""
    rows = Outlet.objects.select_related("speaker", "merged_into__speaker")
    by_domain = {
        row.domain: _survivor(row)
        for row in _looked_up(
            (it.domain for it in records), lambda some: rows.filter(domain__in=some)
        )
    }
    by_slug = {
        row.speaker.slug: _survivor(row)
        for row in _looked_up(
            (it.slug for it in records), lambda some: rows.filter(speaker__slug__in=some)
        )
    }
    for it in records:
        row = by_domain.get(it.domain) or by_slug.get(it.slug)
        if row is not None:
            _know(found, ("speaker", it.slug), row.speaker.slug, it)


def _articles(records: list[ArticleRecord], found: Held) -> None:
    """By address, else by key."""
    rows = Article.objects.select_related("outlet__speaker", "merged_into__outlet__speaker")
    rows = rows.prefetch_related("relies_on__source", "relies_on__outlet__speaker")
    by_address = {
        row.url: _survivor(row)
        for row in _looked_up((it.url for it in records), lambda some: rows.filter(url__in=some))
    }
    by_key = {
        row.key: _survivor(row)
        for row in _looked_up((it.key for it in records), lambda some: rows.filter(key__in=some))
    }
    for it in records:
        row = by_address.get(it.url) or by_key.get(it.key)
        if row is not None:
            _know(found, ("article", it.key), row.key, _article_of(row))


def _quotes(keys: list[str], found: Held) -> None:
    rows = Quote.objects.select_related("speaker", "merged_into__speaker")
    for row in _looked_up(keys, lambda some: rows.filter(key__in=some)):
        _know(found, ("quote", row.key), _survivor(row).key, _quote_of(_survivor(row)))


def _appearances(records: list[AppearanceRecord], found: Held) -> None:
    """Of an appearance, all that is compared are its words, and who is said to have said them."""
    rows = Appearance.objects.select_related("merged_into").prefetch_related(
        "chain__speaker", "merged_into__chain__speaker"
    )
    given = {it.key: it for it in records}
    for row in _looked_up(given, lambda some: rows.filter(key__in=some)):
        it, survivor = given[row.key], _survivor(row)
        words = (SegmentRecord(survivor.wording),)
        chain = tuple(HopRecord(hop.speaker.slug) for hop in survivor.chain.all())
        here = replace(it, segments=words, chain=chain)
        _know(found, ("appearance", row.key), survivor.key, here)


def _deleted(names: Collection[Name], found: Held) -> None:
    for kind, (model, named) in _MODELS.items():
        history = get_history_manager_for_model(model).filter(history_type="-")
        of_kind = sorted(name for of, name in names if of == kind)
        for some in portions(of_kind):
            gone = history.filter(**{f"{named}__in": some}).values_list(named, flat=True)
            found.deleted |= {(kind, name) for name in gone}


_MODELS: dict[str, tuple[type[Model], str]] = {
    "speaker": (Speaker, "slug"),
    "article": (Article, "key"),
    "quote": (Quote, "key"),
    "appearance": (Appearance, "key"),
}


def _survivor(row: Any) -> Any:
    return row.merged_into or row


def _know(found: Held, name: Name, here: str, record: Record) -> None:
    found.names[name] = here
    found.records[name[0], here] = record


def _article_of(row: Article) -> ArticleRecord:
    return ArticleRecord(
        row.key,
        title=row.title,
        url=row.url,
        outlet=row.outlet.speaker.slug if row.outlet else None,
        published_on=row.published_on,
        language=row.language,
        relies_on=tuple(_reliance_of(one) for one in row.relies_on.all()),
    )


def _reliance_of(row: Reliance) -> RelianceRecord:
    return RelianceRecord(
        outlet=row.outlet.speaker.slug if row.outlet else None,
        article=row.source.key if row.source else None,
        kind=RelianceKind(row.kind),
        certainty=Certainty(row.certainty),
        evidence=row.evidence,
    )


def _quote_of(row: Quote) -> QuoteRecord:
    return QuoteRecord(
        row.key,
        row.text,
        language=row.language,
        speaker=row.speaker.slug if row.speaker else None,
        said_from=row.said_from,
        said_until=row.said_until,
        occasion=row.occasion,
        attribution_status=AttributionStatus(row.attribution_status),
        record_source=RecordSource(row.record_source),
    )
