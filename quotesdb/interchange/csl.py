"""CSL-JSON, for citation managers: each printing as an item, the article that printed it."""

from datetime import date
from typing import Any

from quotesdb.interchange.facts import UNKNOWN_LANGUAGE, Appearance, Article, Quote
from quotesdb.interchange.saying import note, when_said
from quotesdb.vocabulary import OutletKind

Item = dict[str, Any]

TYPES = {
    OutletKind.NEWSPAPER: "article-newspaper",
    OutletKind.WIRE: "article-newspaper",
    OutletKind.MAGAZINE: "article-magazine",
    OutletKind.BROADCASTER: "broadcast",
    OutletKind.WEBSITE: "webpage",
    OutletKind.AGGREGATOR: "webpage",
}


def csl(quote: Quote) -> list[Item]:
    """One item for each printing, under the permanent key of the appearance."""
    return [_item(quote, one) for one in quote.appearances]


def _item(quote: Quote, appearance: Appearance) -> Item:
    article = quote.articles[appearance.article]
    item = {
        "id": appearance.key,
        "type": _type(article),
        "title": article.title,
        "container-title": article.outlet and article.outlet.name,
        "issued": _day(article.published_on),
        "URL": article.url,
        "language": "" if article.language == UNKNOWN_LANGUAGE else article.language,
        "original-author": _said_by(quote, appearance),
        "original-date": _said(quote),
        "note": note(quote, appearance),
    }
    return {name: value for name, value in item.items() if value}


def _type(article: Article) -> str:
    if article.outlet_kind:
        return TYPES[article.outlet_kind]
    return "webpage" if article.url else "document"


def _said_by(quote: Quote, appearance: Appearance) -> list[Item]:
    """Whom the article names; nobody where that is doubted. `literal`: it is not known how a name
    divides, and descriptions do not."""
    if quote.is_doubted:
        return []
    named = [hop.named for hop in appearance.chain[:1]]
    if not named and quote.speaker:
        named = [quote.speaker.name]
    return [{"literal": name} for name in named]


def _said(quote: Quote) -> Item | None:
    if quote.said_from and quote.said_from == quote.said_until:
        return _day(quote.said_from)
    if quote.said_from and quote.said_until:
        return {"date-parts": [_parts(quote.said_from), _parts(quote.said_until)]}
    when = when_said(quote)
    return {"literal": when} if when else None


def _day(day: date | None) -> Item | None:
    return {"date-parts": [_parts(day)]} if day else None


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
