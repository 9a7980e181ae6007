"""Our own columns, in a table that anybody can make: each row is one printing of a quote.

`docs/datasets.md` describes the columns; `COLUMNS` are all there are.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    HopRecord,
    OutletRecord,
    QuoteRecord,
    Record,
    SegmentRecord,
    SpeakerRecord,
)
from quotesdb.vocabulary import Certainty, Form, Medium, RecordSource, Relation, SpeakerKind
from seeds.datasets.dates import day_of
from seeds.datasets.found import Found, Wanted
from seeds.datasets.languages import tag_of
from seeds.datasets.ledger import Ledger, LeftOut, Unusable
from seeds.datasets.letters import after, before, clean, cut, words_of
from seeds.datasets.lines import Source
from seeds.datasets.making import (
    LONGEST_NAME,
    LONGEST_TITLE,
    Printed,
    address_of,
    article_at,
    digest,
    domain_of,
    outlet_named,
    outlet_of,
    speaker_named,
    speaker_with,
)
from seeds.datasets.table import Row, rows

COLUMNS = (
    *("text", "key", "reference", "language", "said_from", "said_until", "occasion"),
    *("speaker", "wikidata_id", "speaker_kind", "attributed_as", "relation", "medium", "cue"),
    *("form", "prefix", "suffix", "url", "title", "outlet", "published_on"),
)
NEEDED = "text"
LONGEST_OCCASION, LONGEST_CUE = 500, 100

KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,150}")
WIKIDATA_ID = re.compile(r"Q[1-9][0-9]{0,17}")
FORMULA = re.compile(r'="(.*)"', re.DOTALL)
ERROR_OF_A_FORMULA = re.compile(r"#(REF|NAME|N/A|VALUE|DIV/0|NUM|NULL|SPILL|CALC)[!?]?")
LINE_BREAK = re.compile(r"_x000[dD]_")

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is to be read: its encoding, where it is not told, and our names by theirs."""

    wanted: Wanted
    encoding: str = ""
    names: Mapping[str, str] | None = None


def read(source: Source, ledger: Ledger, table: Table) -> Iterator[Found | None]:
    """The rows of one file."""
    found_rows = rows(source, ledger, COLUMNS, NEEDED, table.names or {}, table.encoding)
    for row in found_rows:
        found = None
        with ledger.reading(row.line):
            found = _found(row, ledger, table.wanted)
        yield found


def _found(row: Row, ledger: Ledger, wanted: Wanted) -> Found:
    if row.broken:
        raise Unusable(f"a row that cannot be read: {row.broken}", row.spare[0])
    if row.spare:
        raise Unusable("more cells than the header has: they may have shifted", row.spare[0])
    cells = {name: _cell(cell, ledger) for name, cell in row.cells.items()}
    if not any(cells.values()):
        raise LeftOut("an empty row")
    words = words_of(cells["text"], ledger)
    speaker = _speaker(cells, ledger, wanted)
    article = _article(cells, ledger, wanted)
    quote = _quote(cells, words, speaker, article, ledger)
    records: list[Record] = [speaker] if speaker else []
    if article is not None:
        records += [*article.records, quote]
        records.append(_appearance(cells, words, quote, article.article, speaker, ledger))
    else:
        records.append(quote)
    return Found(ledger.file, ledger.line, quote.key, tuple(records))


def _cell(cell: str, ledger: Ledger) -> str:
    """Without what spreadsheets put around or in the place of text."""
    text = clean(LINE_BREAK.sub(" ", cell), ledger)
    if formula := FORMULA.fullmatch(text):
        ledger.soil("a formula in the place of a text", text)
        text = formula[1].replace('""', '"')
    if ERROR_OF_A_FORMULA.fullmatch(text):
        ledger.soil("a formula that failed", text)
        return ""
    return text


def _speaker(cells: Mapping[str, str], ledger: Ledger, wanted: Wanted) -> SpeakerRecord | None:
    kind = _word(cells, "speaker_kind", SpeakerKind) or SpeakerKind.PERSON
    name = cut(cells.get("speaker", ""), LONGEST_NAME, "speaker", ledger)
    known = cells.get("wikidata_id", "").rpartition("/")[2]
    if kind is SpeakerKind.OUTLET:
        raise Unusable("speaker_kind: an outlet is recorded by the column outlet", name)
    if known and not WIKIDATA_ID.fullmatch(known):
        raise Unusable('wikidata_id: not a Q and a number, such as "Q42"', known)
    if known:
        return speaker_with(known, name or known, kind)
    return speaker_named(name, kind, wanted.dataset) if name else None


def _word(cells: Mapping[str, str], column: str, words: type[Word]) -> Word | None:
    """The word of a vocabulary. Raises Unusable where it is none of them."""
    text = cells.get(column, "").lower().replace(" ", "_")
    if not text:
        return None
    try:
        return words(text)
    except ValueError:
        known = ", ".join(word.value for word in words)
        raise Unusable(f"{column}: none of {known}", text) from None


def _article(cells: Mapping[str, str], ledger: Ledger, wanted: Wanted) -> Printed | None:
    """By its address; else by its title, its outlet and its day; none, if nothing is told."""
    outlet = cut(cells.get("outlet", ""), LONGEST_NAME, "outlet", ledger)
    title = cut(cells.get("title", ""), LONGEST_TITLE, "title", ledger)
    day = day_of(cells.get("published_on"), ledger, "published_on")
    language = tag_of(cells.get("language"), ledger)
    if address := address_of(cells.get("url"), ledger):
        domain = domain_of(address)
        paper = _outlet(domain, outlet, wanted)
        return article_at(
            address, ledger, title=title, published_on=day, language=language, outlet=paper
        )
    if not (outlet or title):
        return None
    paper = _outlet("", outlet, wanted)
    key = f"csv/{digest(wanted.dataset, title, outlet, str(day))}"
    slug = paper.slug if paper else None
    return Printed(ArticleRecord(key, title, "", slug, day, language), paper)


def _outlet(domain: str, name: str, wanted: Wanted) -> OutletRecord | None:
    if domain:
        return outlet_of(domain, name)
    return outlet_named(name, wanted.dataset) if name else None


def _quote(
    cells: Mapping[str, str],
    words: str,
    speaker: SpeakerRecord | None,
    article: Printed | None,
    ledger: Ledger,
) -> QuoteRecord:
    """Rows of one key are printings of one quote; without a key, each row is a quote."""
    key = cells.get("key", "")
    if key and not KEY.fullmatch(key):
        raise Unusable("key: not of letters, digits and . _ : / - alone", key)
    said_from, said_until = _said(cells, ledger)
    return QuoteRecord(
        key or f"csv/{digest(words, speaker.slug if speaker else '', _name(article))}",
        words_of(cells.get("reference") or words, ledger),
        language=tag_of(cells.get("language"), ledger),
        speaker=speaker.slug if speaker else None,
        said_from=said_from,
        said_until=said_until,
        occasion=cut(cells.get("occasion", ""), LONGEST_OCCASION, "occasion", ledger),
        record_source=RecordSource.DATASET,
    )


def _name(article: Printed | None) -> str:
    return article.key if article else ""


def _said(cells: Mapping[str, str], ledger: Ledger) -> tuple[date | None, date | None]:
    first = day_of(cells.get("said_from"), ledger, "said_from")
    last = day_of(cells.get("said_until"), ledger, "said_until")
    if first and last and first > last:
        raise Unusable("said_from is later than said_until", f"{first} {last}")
    return first, last


def _appearance(
    cells: Mapping[str, str],
    words: str,
    quote: QuoteRecord,
    article: ArticleRecord,
    speaker: SpeakerRecord | None,
    ledger: Ledger,
) -> AppearanceRecord:
    around = before(cells.get("prefix"), ledger), after(cells.get("suffix"), ledger)
    return AppearanceRecord(
        f"csv/{digest(quote.key, article.key, words)}",
        quote=quote.key,
        article=article.key,
        form=_word(cells, "form", Form) or Form.DIRECT,
        segments=(SegmentRecord(words, *around),),
        language=article.language,
        cue=cut(cells.get("cue", ""), LONGEST_CUE, "cue", ledger),
        chain=_chain(cells, speaker, ledger),
    )


def _chain(
    cells: Mapping[str, str], speaker: SpeakerRecord | None, ledger: Ledger
) -> tuple[HopRecord, ...]:
    """Stated where the row says how the article names the speaker; else inferred."""
    named = cut(cells.get("attributed_as", ""), LONGEST_NAME, "attributed_as", ledger)
    relation, medium = _word(cells, "relation", Relation), _word(cells, "medium", Medium)
    if speaker is None:
        if named:
            ledger.lose("attributed_as, where the speaker is unknown", named)
        return ()
    hop = HopRecord(
        speaker.slug,
        attributed_as=named,
        relation=relation or Relation.SAID,
        medium=medium,
        certainty=Certainty.STATED if named else Certainty.INFERRED,
    )
    return (hop,)
