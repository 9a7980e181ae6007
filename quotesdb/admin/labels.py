"""What the desk calls a record where it has to be told from others."""

from quotesdb.models import Appearance, Article, Outlet, Quote, Speaker
from quotesdb.vocabulary import SpeakerKind


def label(record):
    match record:
        case Speaker(kind=SpeakerKind.ANONYMOUS, granted_by=Outlet() as outlet):
            return f"{record.name} (anonymous, granted by {outlet})"
        case Speaker():
            return f"{record.name} ({record.kind})"
        case Article():
            return " · ".join(filter(None, [str(record), of_whom_and_when(record)]))
        case Quote():
            return f"{record} – {record.speaker or 'speaker unknown'}"
        case Appearance():
            return f"{record} – in {record.article}"
    return str(record)


def of_whom_and_when(article):
    """The outlet and the day of an article, as far as they are known."""
    day = article.published_on.isoformat() if article.published_on else ""
    return ", ".join(filter(None, [str(article.outlet or ""), day]))


def when_said(quote):
    """One day, a span that may be open, or nothing."""
    first, last = quote.said_from, quote.said_until
    if first == last:
        return first.isoformat() if first else ""
    if first is None or last is None:
        return f"until {last}" if last else f"from {first}"
    return f"{first} to {last}"


def chain(appearance):
    """The hops of a chain in order: "senior international official → The New York Times"."""
    return " → ".join(
        f"{hop.speaker.name}{'' if hop.certainty == 'stated' else ' (inferred)'}"
        for hop in appearance.chain.all()
    )
