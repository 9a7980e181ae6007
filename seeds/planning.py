"""What is to be written of some lines of a dataset: each record once, and none that is held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    OutletRecord,
    QuoteRecord,
    Record,
    SpeakerRecord,
    identity,
)
from quotesdb.vocabulary import RecordSource
from seeds.datasets.found import Found
from seeds.datasets.ledger import Fate, Ledger
from seeds.recognising import Held, Name, held, kind_and_name

OURS = ("web/", "csv/")
"""How the keys of articles begin that datasets bring. Others are a curator's."""

UNKNOWN = "und"
OTHER_WORDING = "an article's wording of a quote, where another was held already"
OTHER_SPEAKER = "a quote's speaker, where another was held already"
OTHER_HOP = "whom an article names as having said a quote, where another was held already"
DELETED = "what a curator deleted: it stays away, with what names it"
OF_A_CURATOR = "what is told of an article that a curator recorded"


@dataclass(slots=True)
class Line:
    """A line, its records by name, and what becomes of it unless the writers refuse."""

    found: Found
    names: frozenset[Name]
    fate: Fate


@dataclass(slots=True)
class Plan:
    """The lines, and what is to be written for all of them together."""

    known: Held
    lines: list[Line] = field(default_factory=list)
    wanted: dict[Name, Record] = field(default_factory=dict)

    def take(self, line: Found, ledger: Ledger) -> None:
        """Plan what of a line is not held."""
        ledger.file, ledger.line = line.file, line.line
        records = [self.known.renamed(record) for record in line.records]
        needed: set[Name] = set()
        # The last first: whom no quote and no appearance names that is written, nobody needs.
        for record in reversed(records):
            name = kind_and_name(record)
            if whole := self._whole(record, name in needed, ledger):
                self.known.records[name] = self.wanted[identity(record)] = whole
                needed |= mentioned(whole)
        fate = Fate.IMPORTED if needed else Fate.SAME
        self.lines.append(Line(line, frozenset(map(identity, records)), fate))

    def _whole(self, record: Record, is_needed: bool, ledger: Ledger) -> Record | None:
        """What is to be written of it, if anything."""
        current = self.known.records.get(kind_and_name(record))
        if mentioned(record) & self.known.deleted:
            ledger.lose(DELETED, identity(record)[1])
            return None
        if current is None:
            is_asked_for = isinstance(record, QuoteRecord | AppearanceRecord)
            return record if is_needed or is_asked_for else None
        _lose(current, record, ledger)
        whole = completed(current, record)
        return None if whole == current else whole

    def in_order(self) -> list[Record]:
        """Each after those that it names, and appearances right after their quote."""
        records = list(self.wanted.values())
        return [
            *(it for it in records if isinstance(it, OutletRecord)),
            *(it for it in records if isinstance(it, SpeakerRecord)),
            *_sources_first({it.key: it for it in records if isinstance(it, ArticleRecord)}),
            *_by_quote(records),
        ]


def planned(lines: Sequence[Found], ledger: Ledger) -> Plan:
    """What is to be written, seen from what is held now; what is held otherwise is lost."""
    plan = Plan(held([record for line in lines for record in line.records]))
    for line in lines:
        plan.take(line, ledger)
    return plan


def mentioned(record: Record) -> set[Name]:
    """Itself, and what it names."""
    names: list[tuple[str, str | None]] = [kind_and_name(record)]
    match record:
        case ArticleRecord():
            names += [
                ("speaker", record.outlet),
                *(("article", it.article) for it in record.relies_on),
            ]
        case QuoteRecord():
            names.append(("speaker", record.speaker))
        case AppearanceRecord():
            names += [("article", record.article), ("quote", record.quote)]
            names += [("speaker", hop.speaker) for hop in record.chain]
    return {(kind, name) for kind, name in names if name is not None}


def completed(current: Record, given: Record) -> Record:
    """What is held, with what only the dataset tells; nothing that is held is changed."""
    match current, given:
        case ArticleRecord(), ArticleRecord() if current.key.startswith(OURS):
            relied_on = {(it.outlet, it.article) for it in current.relies_on}
            more = (it for it in given.relies_on if (it.outlet, it.article) not in relied_on)
            return replace(
                current,
                title=current.title or given.title,
                outlet=current.outlet or given.outlet,
                published_on=current.published_on or given.published_on,
                language=given.language if current.language == UNKNOWN else current.language,
                relies_on=(*current.relies_on, *more),
            )
        case QuoteRecord(), QuoteRecord() if current.record_source is RecordSource.DATASET:
            return replace(current, speaker=current.speaker or given.speaker)
    return current


def _lose(current: Record, given: Record, ledger: Ledger) -> None:
    match current, given:
        case AppearanceRecord(), AppearanceRecord():
            if _words(current) != _words(given):
                ledger.lose(OTHER_WORDING, _words(given))
            if _said_by(current) != _said_by(given):
                ledger.lose(OTHER_HOP, _words(given))
        case QuoteRecord(), QuoteRecord():
            if given.speaker not in (None, current.speaker) and current.speaker is not None:
                ledger.lose(OTHER_SPEAKER, f"{given.speaker}: {given.text}")
        case ArticleRecord(), ArticleRecord():
            if not current.key.startswith(OURS):
                ledger.lose(OF_A_CURATOR, given.url or given.title)


def _words(appearance: AppearanceRecord) -> str:
    return " ".join(segment.exact for segment in appearance.segments)


def _said_by(appearance: AppearanceRecord) -> str:
    return appearance.chain[0].speaker if appearance.chain else ""


def _sources_first(articles: Mapping[str, ArticleRecord]) -> list[ArticleRecord]:
    """Those that others rely on come before these, as far as they do not go in a circle."""
    placed: dict[str, ArticleRecord] = {}
    for article in articles.values():
        waiting, seen = [article], set[str]()
        while waiting:
            last = waiting[-1]
            seen.add(last.key)
            sources = {it.article for it in last.relies_on if it.article is not None}
            before = sources & articles.keys() - placed.keys() - seen
            waiting += [articles[key] for key in sorted(before)]
            if not before:
                placed.setdefault(last.key, waiting.pop())
    return list(placed.values())


def _by_quote(records: Sequence[Record]) -> list[Record]:
    by_quote: dict[str, list[Record]] = {}
    for record in records:
        if isinstance(record, QuoteRecord):
            by_quote.setdefault(record.key, []).insert(0, record)
        elif isinstance(record, AppearanceRecord):
            by_quote.setdefault(record.quote, []).append(record)
    return [record for some in by_quote.values() for record in some]
