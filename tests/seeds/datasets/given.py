"""Lines of datasets, all invented, and ways to bring them."""

import bz2
import gzip
import json
from io import BytesIO, StringIO

from django.core.management import call_command

from seeds.datasets.csv_rows import Table
from seeds.datasets.found import Wanted
from seeds.datasets.ledger import Ledger
from seeds.datasets.lines import Source
from seeds.management.commands.import_dataset import READERS

PACKING = {"": lambda data: data, ".gz": gzip.compress, ".bz2": bz2.compress}
WORDS = "The harbour will stay open all winter."


def quotebank(**changed):
    """A line of Quotebank's quotations."""
    return {
        "quoteID": "2019-03-04-000017",
        "quotation": WORDS,
        "speaker": "Grace Hill",
        "qids": ["Q9000001"],
        "date": "2019-03-04 08:15:00",
        "numOccurrences": 3,
        "probas": [["Grace Hill", "0.91"], ["None", "0.09"]],
        "urls": ["https://www.harbour.example/a", "https://post.example/b"],
        "phase": "E",
        **changed,
    }


def quotation(**changed):
    """A quotation inside of an article of Quotebank."""
    return {
        "quoteID": "2019-03-04-000017",
        "numOccurrences": 3,
        "quotation": WORDS,
        "quotationOffset": 12,
        "leftContext": "Speaking to the council on Monday evening , Hill said that",
        "rightContext": ", and that the ice would not matter to anybody at all",
        "globalTopSpeaker": "Grace Hill",
        "globalProbas": [["Grace Hill", "0.91"]],
        "localTopSpeaker": "Ada Byron",
        "localProbas": [["Ada Byron", "0.6"]],
        **changed,
    }


def quotebank_article(*quotations, **changed):
    """A line of Quotebank's articles."""
    return {
        "articleID": "2019030400_A",
        "articleLength": 312,
        "date": "2019-03-04 08:15:00",
        "phase": "E",
        "title": "Winter comes",
        "url": "https://www.harbour.example/a",
        "names": [
            {"name": "Grace Hill", "ids": "[Q9000001]", "offsets": "[[10, 12]]"},
            {"name": "Ada Byron", "ids": "[Q9000002]", "offsets": "[[20, 22], [40, 41]]"},
        ],
        "quotations": list(quotations) or [quotation()],
        **changed,
    }


def gqg(*quotes, **changed):
    """A line of the Global Quotation Graph."""
    return {
        "date": "2021-05-06T07:08:09Z",
        "url": "https://post.example/ships",
        "title": "Ships &amp; ice",
        "lang": "ENGLISH",
        "quotes": list(quotes) or [{"pre": "She said", "quote": WORDS, "post": "on Monday"}],
        **changed,
    }


def claimreview(**changed):
    """A review of a claim, as JSON-LD."""
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://checkers.example/ice",
        "datePublished": "2020-02-03",
        "author": {"@type": "Organization", "name": "The Checkers", "url": "https://c.example"},
        "claimReviewed": "The harbour was never closed by ice.",
        "reviewRating": {"@type": "Rating", "ratingValue": "1", "alternateName": "False"},
        "itemReviewed": {
            "@type": "Claim",
            "author": {
                "@type": "Person",
                "name": "Grace Hill",
                "sameAs": "https://www.wikidata.org/wiki/Q9000001",
            },
            "datePublished": "2020-01-30",
            "firstAppearance": {"@type": "CreativeWork", "url": "https://post.example/first"},
        },
        **changed,
    }


def as_lines(*values):
    """One value a line; bytes and texts as they are."""
    return b"".join(_line(value) + b"\n" for value in values)


def _line(value):
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value)).encode()


def write(folder, *values, name="data.json"):
    """A file of these lines, packed as its name says."""
    file = folder / name
    packing = PACKING.get(file.suffix, PACKING[""])
    file.write_bytes(packing(as_lines(*values)))
    return file


def read(kind, *values, data=None, **wanted):
    """What the reader finds in these lines, without a database, and its book."""
    stream = BytesIO(as_lines(*values) if data is None else data)
    ledger = Ledger(file="data")
    asked = Wanted(kind, **wanted)
    found = READERS[kind](Source(stream, stream), ledger, Table(asked) if kind == "csv" else asked)
    lines = [line for line in found if line is not None]
    assert ledger.read == len(lines) + sum(ledger.fates.values())
    return lines, ledger


def one_of(found, kind):
    """The only record of that class."""
    (record,) = [it for line in found for it in line.records if isinstance(it, kind)]
    return record


def all_of(found, kind):
    return [it for line in found for it in line.records if isinstance(it, kind)]


def what(tallies):
    """By sentence, how often, of a book that is no JSON yet."""
    return {sentence: tally.count for sentence, tally in tallies.items()}


def bring(kind, *files, **options):
    """Run the command; its report as JSON can hold it."""
    return told(kind, *files, **options)[0]


def told(kind, *files, **options):
    """Its report, and what it says."""
    out, report = StringIO(), files[0].parent / "report.out"
    try:
        call_command(
            "import_dataset",
            kind,
            *map(str, files),
            report=report,
            stdout=out,
            stderr=StringIO(),
            **options,
        )
    finally:
        said = out.getvalue()
    book = json.loads(report.read_text())
    lines = dict(book["lines"])
    assert lines.pop("read") == sum(lines.values()), book["lines"]
    return book, said


def fates(book):
    """What became of the lines, without what became of none."""
    return {fate: count for fate, count in book["lines"].items() if count}


def counted(book, sort):
    """By sentence, how often."""
    return {what: tally["count"] for what, tally in book[sort].items()}
