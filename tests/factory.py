"""Records for tests, written the way a curator writes them. Whatever is not given is made up."""

from quotesdb import curation
from quotesdb.ingest import Attachment, Report, attach
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    Correction,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)


def make_speaker(name="Grace Hill", *, kind="person", aliases=(), **fields):
    speaker = Speaker(name=name, kind=kind, **fields)
    curation.keep_speaker(speaker, aliases=[Alias(name=alias) for alias in aliases], by=None)
    return speaker


def make_outlet(name="The Harbour Post", *, slug="", description="", aliases=(), **fields):
    """An outlet with the speaker that it is; `fields` are the outlet's own."""
    speaker = Speaker(name=name, slug=slug, description=description)
    outlet = Outlet(speaker=speaker, **fields)
    aliases = [Alias(name=alias) for alias in aliases]
    curation.keep_outlet(outlet, speaker, aliases=aliases, by=None)
    return outlet


def make_article(*, relies_on=(), **fields):
    """`relies_on` lists outlets, articles, or whole reliances."""
    article = Article(**fields)
    curation.keep_article(article, relies_on=[as_reliance(on) for on in relies_on], by=None)
    article.refresh_from_db()
    return article


def make_quote(text="They say they are ready to talk.", *, speaker=None, **fields):
    """`speaker` is a speaker, the name of a new one, or nobody known."""
    if isinstance(speaker, str):
        speaker = make_speaker(speaker)
    quote = Quote(text=text, speaker=speaker, **fields)
    curation.keep_quote(quote, by=None)
    quote.refresh_from_db()
    return quote


def make_appearance(quote=None, article=None, *, segments=None, chain=(), **fields):
    """`segments` lists words or whole segments; `chain` speakers, outlets or whole hops."""
    quote = quote or make_quote()
    fields = {"form": "direct", **fields}
    appearance = Appearance(quote=quote, article=article or make_article(), **fields)
    curation.keep_appearance(
        appearance,
        segments=[as_segment(at, words) for at, words in enumerate(segments or [quote.text])],
        chain=[as_hop(at, hands) for at, hands in enumerate(chain)],
        by=None,
    )
    return appearance


def make_text(article, body):
    """The next version of the article's text."""
    attach([Attachment(article.key, body, {})], Report())


def make_correction(about, kind="retracted", **fields):
    """`about` is a quote, an appearance or an article."""
    told = {"reason": "It never happened.", "source": "page 2 of the next day's paper"}
    correction = Correction(kind=kind, **{**told, about._meta.model_name: about, **fields})
    curation.keep_correction(correction, by=None)
    return correction


def as_reliance(on):
    match on:
        case Reliance():
            return on
        case Outlet():
            return Reliance(outlet=on)
    return Reliance(source=on)


def as_segment(position, words):
    return words if isinstance(words, Segment) else Segment(position=position, exact=words)


def as_hop(position, hands):
    match hands:
        case Hop():
            hands.position = position
            return hands
        case Outlet():
            return Hop(position=position, speaker=hands.speaker, relation="reported")
    return Hop(position=position, speaker=hands)
