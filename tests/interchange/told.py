"""Quotes for these tests, as facts: one with everything that can be known, and any others."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from quotesdb.interchange.addresses import Addresses
from quotesdb.interchange.annotation import annotations
from quotesdb.interchange.csl import csl
from quotesdb.interchange.facts import (
    Agent,
    Appearance,
    Article,
    Hop,
    Quote,
    Reliance,
    Segment,
)
from quotesdb.interchange.prov import prov
from quotesdb.interchange.schema_org import schema_org
from quotesdb.vocabulary import (
    AttributionStatus,
    Certainty,
    Form,
    Medium,
    OutletKind,
    Relation,
    RelianceKind,
    SpeakerKind,
)

AT = Addresses("https://quotes.example/api/v1/")

HILL = Agent("grace-hill", "Grace Hill", SpeakerKind.PERSON, "Q42")
OFFICIAL = Agent(
    "an-official",
    "an official",
    SpeakerKind.ANONYMOUS,
    description="an official who was there",
    granted_by="The Wire",
    identity=HILL,
)
MINISTRY = Agent("ministry", "The Ministry", SpeakerKind.ORGANIZATION)
WIRE = Agent("the-wire", "The Wire", SpeakerKind.OUTLET, "Q130879")
POST = Agent("harbour-post", "The Harbour Post", SpeakerKind.OUTLET)

STATEMENT = Article("statement", "A statement", "https://ministry.example/1")
ORIGINAL = Article(
    "original",
    "Talks near",
    "https://wire.example/1",
    date(2024, 5, 1),
    "en",
    WIRE,
    OutletKind.WIRE,
)
COPY = Article(
    "copy",
    "Talks & more",
    "https://post.example/ä?a=1&b=2%20",
    date(2024, 5, 2),
    "de",
    POST,
    OutletKind.NEWSPAPER,
    (
        Reliance(outlet=WIRE, evidence="reported by The Wire"),
        Reliance(article="original", kind=RelianceKind.TRANSLATES),
        Reliance(article="statement", kind=RelianceKind.REPUBLISHES, certainty=Certainty.INFERRED),
    ),
)
BARE = Article("bare")

SPLIT = Appearance(
    "original/ready",
    "original",
    "We are ready. Now.",
    "en",
    retrieved_at=datetime(2024, 5, 3, 12, tzinfo=UTC),
    segments=(
        Segment("We are ready.", "said: ", " He added", 100, 113),
        Segment("Now.", "added: "),
    ),
    chain=(
        Hop(OFFICIAL, Relation.TOLD, medium=Medium.INTERVIEW, evidence="told The Wire"),
        Hop(WIRE, Relation.REPORTED),
    ),
)
TRANSLATED = Appearance(
    "copy/ready",
    "copy",
    "Wir sind bereit.",
    "de",
    Form.MIXED,
    is_translation=True,
    nested_in="copy/outer",
    segments=(Segment("Wir sind bereit."),),
    chain=(
        Hop(OFFICIAL, Relation.TOLD, attributed_as="ein Beamter", article="statement"),
        Hop(MINISTRY, Relation.CONVEYED, Certainty.INFERRED),
        Hop(WIRE, Relation.REPORTED, attributed_as="Wire", article="original"),
    ),
)
CHAINLESS = Appearance("bare/ready", "bare", "ready", segments=(Segment("ready"),))

WHOLE = Quote(
    12,
    "ready",
    "We are ready. Now.",
    "en",
    OFFICIAL,
    date(2024, 4, 1),
    date(2024, 4, 30),
    "a walk",
    appearances=(SPLIT, TRANSLATED, CHAINLESS),
    articles={one.key: one for one in (ORIGINAL, COPY, BARE, STATEMENT)},
)
BARELY_KNOWN = Quote(13, "nobody", "Nobody knows who said this.")
QUOTES = {
    "everything is known": WHOLE,
    "nothing is known": BARELY_KNOWN,
    "an organization said it": replace(WHOLE, speaker=MINISTRY),
    **{str(status): replace(WHOLE, status=status) for status in AttributionStatus},
}

DOCUMENTS = {"schema.org": schema_org, "PROV-O": prov, "Web Annotation": annotations}
"""Those that are linked data."""

TEXTS = st.text(min_size=1).filter(str.strip)
HOSTILE = (
    "{",
    "}",
    "}{",
    "\\",
    "\\}",
    "\\end{document}",
    "100 % of $5 & #1_a ~ ^",
    "\"x\" ''y'' ``z``",
    "--- << >> ,, ?` !`",
    "line\nbreak\r\n\ttab",
    "Мы готовы",
    "نحن جاهزون\u200f",
    "😀👩\u200d👩",
    "@comment{",
    "\x07\x1b",
    "\u2028",
    "a" * 3000,
    "@id",
    "@context",
    "_:b0",
    "null",
    "http://x y/",
)


def printing(text: str) -> Quote:
    """The whole quote with `text` wherever free text may stand."""
    appearance = replace(
        SPLIT,
        wording=text,
        segments=(Segment(text, text[:32], text[-32:], 5, 5 + len(text)),),
        chain=tuple(replace(hop, attributed_as=text, evidence=text) for hop in SPLIT.chain),
    )
    article = replace(ORIGINAL, title=text, outlet=replace(WIRE, name=text))
    return replace(
        WHOLE,
        text=text,
        occasion=text,
        speaker=replace(OFFICIAL, name=text, description=text),
        appearances=(appearance,),
        articles={"original": article},
    )


def written(quote: Quote) -> dict:
    """The quote in each of the formats that are JSON, by name."""
    return {name: made(quote, AT) for name, made in DOCUMENTS.items()} | {"CSL-JSON": csl(quote)}
