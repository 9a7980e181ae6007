"""Quotebank, one article a line: `quotebank-YYYY.json.bz2`.

Each article prints its quotations in its own words. Who said them is told twice: by all articles
together (global), which is the quote's speaker, and by this one alone (local), which is its chain.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quotesdb.records import AppearanceRecord, QuoteRecord, Record, SpeakerRecord
from seeds.datasets import quotebank
from seeds.datasets.dates import day_of
from seeds.datasets.found import Found, Wanted
from seeds.datasets.json_lines import Fields, lose_others, objects_in, read_lines, text_in
from seeds.datasets.ledger import Ledger, LeftOut, Unusable
from seeds.datasets.letters import after, before
from seeds.datasets.lines import Source
from seeds.datasets.making import Printed, address_of, article_at, wikidata_ids

KEPT = frozenset({"articleID", "date", "phase", "title", "url", "names", "quotations"})
KEPT_OF_QUOTATION = frozenset(
    {
        "quoteID",
        "quotation",
        "leftContext",
        "rightContext",
        "globalTopSpeaker",
        "localTopSpeaker",
    }
)
PLACES = ("contextStart", "contextEnd")
"""What some copies have for the contexts: the contexts themselves, or where they are."""

NO_ADDRESS = "an article without an address: it could not be known again"
NOTHING_WANTED = "an article without a quotation that is wanted"
AGAIN = "a quotation that its article prints again"


@dataclass(frozen=True, slots=True)
class Page:
    """One article while its quotations are read: whom its names mean, by name."""

    article: Printed
    ids: dict[str, list[str]]
    wanted: Wanted


def read(source: Source, ledger: Ledger, wanted: Wanted) -> Iterator[Found | None]:
    """The articles of one file."""
    return read_lines(source, ledger, lambda fields, book: _found(fields, book, wanted))


def _found(fields: Fields, ledger: Ledger, wanted: Wanted) -> Found:
    quotebank.wanted_phase(fields, wanted, ledger)
    address = address_of(fields.get("url"), ledger)
    if not address:
        raise Unusable(NO_ADDRESS, fields.get("articleID"))
    lose_others(fields, KEPT, ledger)
    article = article_at(
        address,
        ledger,
        title=text_in(fields, "title"),
        published_on=day_of(fields.get("date"), ledger, "date"),
        language=quotebank.LANGUAGE,
    )
    page = Page(article, _ids(fields, ledger), wanted)
    quotations = tuple(_quotations(fields, page, ledger))
    if not quotations:
        raise LeftOut(NOTHING_WANTED, address)
    return Found(ledger.file, ledger.line, address, (*article.records, *quotations))


def _ids(fields: Fields, ledger: Ledger) -> dict[str, list[str]]:
    """The ids of each name; they stand in a text, as a rule."""
    found: dict[str, list[str]] = {}
    for named in objects_in(fields, "names", ledger):
        ids = wikidata_ids(named.get("ids"))
        if not ids and named.get("ids") not in ("[]", [], "", None):
            ledger.soil("names: ids that are none of Wikidata", named.get("ids"))
        found.setdefault(text_in(named, "name"), []).extend(ids)
        lose_others(named, frozenset({"name", "ids"}), ledger, "names: ")
    return found


def _quotations(fields: Fields, page: Page, ledger: Ledger) -> Iterator[Record]:
    given: set[str] = set()
    for quotation in objects_in(fields, "quotations", ledger):
        try:
            name = quotebank.quote_id(quotation)
            if name in given:
                ledger.lose(AGAIN, text_in(quotation, "quotation"))
                continue
            yield from _printed(name, quotation, page, ledger)
            given.add(name)
        except LeftOut as reason:
            ledger.lose(f"a quotation of {reason.sentence}", reason.shown)
        except Unusable as reason:
            ledger.soil(f"a quotation: {reason.sentence}", reason.shown)


def _printed(name: str, quotation: Fields, page: Page, ledger: Ledger) -> Iterator[Record]:
    words = quotebank.wanted_words(quotation, page.wanted, ledger)
    lose_others(quotation, KEPT_OF_QUOTATION, ledger, "quotations: ")
    speaker = _speaker("globalTopSpeaker", quotation, words, page, ledger)
    hop = _speaker("localTopSpeaker", quotation, words, page, ledger)
    quote = quotebank.quote_of(name, words, speaker)
    yield from dict.fromkeys(filter(None, (speaker, hop)))
    yield quote
    yield _appearance(quote, hop, quotation, page, ledger)


def _speaker(
    field: str, quotation: Fields, words: str, page: Page, ledger: Ledger
) -> SpeakerRecord | None:
    name = text_in(quotation, field)
    return quotebank.speaker_of(name, page.ids.get(name), words, ledger)


def _appearance(
    quote: QuoteRecord, hop: SpeakerRecord | None, quotation: Fields, page: Page, ledger: Ledger
) -> AppearanceRecord:
    start, end = (quotation.get(name) for name in PLACES)
    around = (
        before(quotation.get("leftContext", start), ledger),
        after(quotation.get("rightContext", end), ledger),
    )
    named = hop.name if hop else ""
    return quotebank.printing(quote, page.article.key, quote.text, hop, named=named, around=around)
