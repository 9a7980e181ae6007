"""A few records that hang together, and ways to bring them and to meddle with what they became."""

from quotesdb.ingest import load
from quotesdb.models.history import Act, acting
from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    HopRecord,
    OutletRecord,
    QuoteRecord,
    RelianceRecord,
    SegmentRecord,
    SpeakerRecord,
    identity,
)
from quotesdb.vocabulary import Door, Form, SpeakerKind

OUTLET = OutletRecord("post", "The Harbour Post", aliases=("HP", "Harbour"), country="TR")
SPEAKER = SpeakerRecord("ada", "Ada Byron", SpeakerKind.PERSON, aliases=("A. B.", "A. Byron"))
QUOTE = QuoteRecord("talks", "They say they are ready.", speaker="ada", language="en")
ARTICLE = ArticleRecord("report", "A report", outlet="post", language="en")
RETELLING = ArticleRecord(
    "retelling", relies_on=(RelianceRecord(outlet="post"), RelianceRecord(article="report"))
)
OUTER = AppearanceRecord(
    "retelling/talks",
    quote="talks",
    article="retelling",
    form=Form.DIRECT,
    segments=(SegmentRecord("They say"), SegmentRecord("they are ready.")),
    chain=(HopRecord("ada"), HopRecord("post", article="report")),
)
INNER = AppearanceRecord(
    "retelling/inner",
    quote="talks",
    article="retelling",
    form=Form.MIXED,
    segments=(SegmentRecord("ready"),),
    nested_in="retelling/talks",
)
RECORDS = (OUTLET, SPEAKER, QUOTE, ARTICLE, RETELLING, OUTER, INNER)


def bring(*records, **options):
    return load(records or RECORDS, importer="seeds", **options)


def bring_with(*changed, **options):
    """All the records, some of them in another version."""
    others = {identity(record): record for record in changed}
    return bring(*({identity(record): record for record in RECORDS} | others).values(), **options)


def by_hand(record, **values):
    """The row after a curator has changed it."""
    for name, value in values.items():
        setattr(record, name, value)
    with acting(Act(Door.ADMIN)):
        record.save()
    return record


def merge(record, survivor):
    return by_hand(record, merged_into=survivor)


def told(conflicts):
    return [(it.kind, it.key, it.field, it.files, it.held) for it in conflicts]
