"""Quotebank, one quotation a line: `quotes-YYYY.json.bz2`.

A quotation comes with the longest of its wordings, the speaker that a machine found likeliest, and
the addresses of articles. In phases A to D of the collection letters were lost on the way.
"""

import re
from collections.abc import Iterator
from datetime import date

from quotesdb.records import (
    AppearanceRecord,
    HopRecord,
    QuoteRecord,
    Record,
    SegmentRecord,
    SpeakerRecord,
)
from quotesdb.vocabulary import Certainty, Form, RecordSource, SpeakerKind
from seeds.datasets.dates import day_of
from seeds.datasets.found import Found, Wanted
from seeds.datasets.json_lines import Fields, list_in, lose_others, read_lines, text_in
from seeds.datasets.ledger import Ledger, LeftOut, Unusable
from seeds.datasets.letters import MOJIBAKE, WORD, clean, count_of_words, words_of
from seeds.datasets.lines import Source
from seeds.datasets.making import address_of, article_at, digest, speaker_with, wikidata_ids

LANGUAGE = "en"
NOBODY = "None"
"""How the files write that nobody was found likely; it is a text, and no name."""

QUOTE_ID = re.compile(r"\d{4}-\d{2}-\d{2}-\d{1,12}")
LETTER_LOST = re.compile(r"\w\?\w")
PHASES = "ABCDE"
KEPT = frozenset({"quoteID", "quotation", "speaker", "qids", "date", "urls", "phase"})

SEVERAL = "a speaker whose name several people in Wikidata have: left unknown"
NO_ID = "a speaker without a Wikidata id: left unknown"
OF_ITSELF = "a speaker whom the quotation itself names, mostly wrongly found: left unknown"


def read(source: Source, ledger: Ledger, wanted: Wanted) -> Iterator[Found | None]:
    """The quotations of one file."""
    return read_lines(source, ledger, lambda fields, book: _found(fields, book, wanted))


def _found(fields: Fields, ledger: Ledger, wanted: Wanted) -> Found:
    name = quote_id(fields)
    wanted_phase(fields, wanted, ledger)
    words = wanted_words(fields, wanted, ledger)
    count_what_is_lost(fields, ledger)
    speaker = speaker_of(text_in(fields, "speaker"), fields.get("qids"), words, ledger)
    quote = quote_of(name, words, speaker)
    first = day_of(fields.get("date"), ledger, "date")
    printed = _printings(fields, quote, speaker, first, ledger)
    records = (*([speaker] if speaker else ()), quote, *printed)
    return Found(ledger.file, ledger.line, name, records)


def quote_id(fields: Fields) -> str:
    """Raises Unusable where it is none: nothing could be known again by it."""
    name = text_in(fields, "quoteID")
    if not QUOTE_ID.fullmatch(name):
        raise Unusable("quoteID: not a day and a number", fields.get("quoteID"))
    return name


def wanted_phase(fields: Fields, wanted: Wanted, ledger: Ledger) -> None:
    """Raises LeftOut where the line is of a phase that was not asked for."""
    phase = fields.get("phase")
    if phase not in (None, "") and phase not in [*PHASES]:
        ledger.soil("phase: none of A to E", phase)
    elif phase and phase not in [*wanted.phases]:
        raise LeftOut(f"phase {phase}", text_in(fields, "quotation"))
    elif phase and phase != "E":
        ledger.soil(f"phase {phase}: words that may have lost letters", fields.get("quotation"))


def wanted_words(fields: Fields, wanted: Wanted, ledger: Ledger) -> str:
    """Raises LeftOut where they are too few, Unusable where there are none."""
    words = words_of(text_in(fields, "quotation"), ledger)
    if count_of_words(words) < wanted.shortest:
        raise LeftOut(f"fewer than {wanted.shortest} words", words)
    if MOJIBAKE.search(words):
        ledger.soil("UTF-8 that was read as Latin-1", words)
    if LETTER_LOST.search(words):
        ledger.soil('a "?" inside a word, for a letter', words)
    if words.islower():
        ledger.soil("words without any capital letter", words)
    return words


def count_what_is_lost(fields: Fields, ledger: Ledger) -> None:
    """Everything that the line has besides, by name."""
    lose_others(fields, KEPT, ledger)
    if "probas" in fields and not _are_pairs(fields["probas"]):
        ledger.soil("probas: no pairs of a name and a number", fields["probas"])


def _are_pairs(value: object) -> bool:
    """Pairs as lists or as objects, numbers as numbers or as texts: all of them are found."""
    if not isinstance(value, list):
        return False
    pairs = [list(pair.values()) if isinstance(pair, dict) else pair for pair in value]
    return all(
        isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) and _number(pair[1])
        for pair in pairs
    )


def _number(value: object) -> bool:
    if isinstance(value, str):
        return re.fullmatch(r"[01]?\.?\d*(?:[eE]-?\d+)?", value) is not None
    return isinstance(value, int | float)


def speaker_of(name: str, ids: object, words: str, ledger: Ledger) -> SpeakerRecord | None:
    """Who is said to have said it, if it is clear who that is; nobody is guessed."""
    name = clean(name, ledger)
    if name in ("", NOBODY):
        return None
    known = wikidata_ids(ids)
    if len(known) != 1:
        ledger.lose(SEVERAL if known else NO_ID, f"{name} {' '.join(known)}")
        return None
    if _apart(name) in _apart(words):
        ledger.soil(OF_ITSELF, f"{name}: {words}")
        return None
    return speaker_with(known[0], name, SpeakerKind.PERSON)


def _apart(text: str) -> str:
    """Small words between blanks, so that none is found inside another."""
    return f" {' '.join(WORD.findall(text.lower()))} "


def quote_of(name: str, words: str, speaker: SpeakerRecord | None) -> QuoteRecord:
    """The quote of that id. When it was said, no file tells."""
    return QuoteRecord(
        f"quotebank/{name}",
        words,
        language=LANGUAGE,
        speaker=speaker.slug if speaker else None,
        record_source=RecordSource.DATASET,
    )


def _printings(
    fields: Fields,
    quote: QuoteRecord,
    speaker: SpeakerRecord | None,
    first: date | None,
    ledger: Ledger,
) -> Iterator[Record]:
    """Each address once. They stand by date, so that the first day is that of the first one."""
    given = [address_of(address, ledger) for address in list_in(fields, "urls")]
    addresses = list(dict.fromkeys(filter(None, given)))
    if not addresses:
        ledger.lose("the day of a quotation without an address", fields.get("date"))
    if len(addresses) > 1:
        ledger.lose("what other articles print, where the longest wording is given", quote.text)
    for address in addresses:
        day = first if address == given[0] else None
        article = article_at(address, ledger, published_on=day, language=LANGUAGE)
        yield from article.records
        yield printing(quote, article.key, quote.text, speaker)


def printing(
    quote: QuoteRecord,
    article: str,
    words: str,
    speaker: SpeakerRecord | None,
    *,
    named: str = "",
    around: tuple[str, str] = ("", ""),
) -> AppearanceRecord:
    """The quote in one article. That the speaker said it is a machine's conclusion: inferred."""
    chain: tuple[HopRecord, ...] = ()
    if speaker is not None:
        chain = (HopRecord(speaker.slug, attributed_as=named, certainty=Certainty.INFERRED),)
    return AppearanceRecord(
        f"{quote.key}/{digest(article)}",
        quote=quote.key,
        article=article,
        form=Form.DIRECT,
        segments=(SegmentRecord(words, *around),),
        language=LANGUAGE,
        chain=chain,
    )
