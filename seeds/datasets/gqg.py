"""GDELT's Global Quotation Graph: one article a line, with what stands in marks in it.

It names no speaker, and a quotation has no id: its address and its words make one.
"""

from collections.abc import Iterator
from hashlib import sha256

from quotesdb.records import AppearanceRecord, QuoteRecord, Record, SegmentRecord
from quotesdb.vocabulary import Form, RecordSource
from seeds.datasets.found import Found, Wanted
from seeds.datasets.json_lines import Fields, lose_others, objects_in, read_lines, text_in
from seeds.datasets.languages import tag_of
from seeds.datasets.ledger import Ledger, LeftOut, Unusable
from seeds.datasets.letters import (
    LONGEST_CONTEXT,
    after,
    before,
    count_of_words,
    unmarked,
    words_of,
)
from seeds.datasets.lines import Source
from seeds.datasets.making import Printed, address_of, article_at

KEPT = frozenset({"url", "title", "lang", "quotes"})
KEPT_OF_QUOTE = frozenset({"pre", "quote", "post"})
AGAIN = "the same words in the same article again"
NOTHING_WANTED = "an article without a quotation that is wanted"
CONTEXT = "what stands around the words, beyond 32 characters"


def read(source: Source, ledger: Ledger, wanted: Wanted) -> Iterator[Found | None]:
    """The articles of one file."""
    return read_lines(source, ledger, lambda fields, book: _found(fields, book, wanted))


def _found(fields: Fields, ledger: Ledger, wanted: Wanted) -> Found:
    address = address_of(fields.get("url"), ledger)
    if not address:
        raise Unusable("an article without an address", fields.get("url"))
    # The date among them is when the page was processed; when it was published is not told.
    lose_others(fields, KEPT, ledger)
    article = article_at(
        address,
        ledger,
        title=unmarked(text_in(fields, "title"), ledger),
        language=tag_of(fields.get("lang"), ledger),
    )
    quotes = tuple(_quotes(fields, article, ledger, wanted))
    if not quotes:
        raise LeftOut(NOTHING_WANTED, address)
    return Found(ledger.file, ledger.line, address, (*article.records, *quotes))


def _quotes(fields: Fields, article: Printed, ledger: Ledger, wanted: Wanted) -> Iterator[Record]:
    given: set[str] = set()
    for quote in objects_in(fields, "quotes", ledger):
        try:
            words = words_of(text_in(quote, "quote"), ledger)
        except Unusable as reason:
            ledger.soil(f"a quote: {reason.sentence}", reason.shown)
            continue
        if count_of_words(words) < wanted.shortest:
            ledger.lose(f"words in marks, fewer than {wanted.shortest}", words)
        elif words in given:
            ledger.lose(AGAIN, words)
        else:
            given.add(words)
            yield from _printed(text_in(quote, "quote"), words, quote, article, ledger)


def _printed(
    given: str, words: str, fields: Fields, article: Printed, ledger: Ledger
) -> Iterator[Record]:
    lose_others(fields, KEPT_OF_QUOTE, ledger, "quotes: ")
    around = before(fields.get("pre"), ledger), after(fields.get("post"), ledger)
    if any(len(text_in(fields, name)) > LONGEST_CONTEXT for name in ("pre", "post")):
        ledger.lose(CONTEXT, text_in(fields, "pre"))
    language = article.article.language
    key = f"gqg/{key_of(article.article.url, given)}"
    yield QuoteRecord(key, words, language=language, record_source=RecordSource.DATASET)
    yield AppearanceRecord(
        key,
        quote=key,
        article=article.key,
        form=Form.DIRECT,
        segments=(SegmentRecord(words, *around),),
        language=language,
    )


def key_of(address: str, quote: str) -> str:
    """The id that others who use this dataset derive as well."""
    return sha256(f"{address}\n{quote}".encode("utf-8", "surrogatepass")).hexdigest()
