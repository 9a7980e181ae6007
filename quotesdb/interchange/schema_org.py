"""schema.org: a Quotation, and the Claim that it was said, with the articles where that appears.

schema.org cannot say that a curator concluded something: what is inferred is left out.
"""

from typing import Any

from quotesdb.interchange.addresses import Addresses, wikidata
from quotesdb.interchange.facts import (
    UNKNOWN_LANGUAGE,
    Agent,
    Appearance,
    Article,
    Hop,
    Quote,
    Reliance,
)
from quotesdb.interchange.saying import is_an_interval, when_said, who
from quotesdb.vocabulary import RelianceKind, SpeakerKind

Node = dict[str, Any]

CONTEXT = "https://schema.org"
TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ANONYMOUS: "Person",
    SpeakerKind.GROUP: "Organization",
    SpeakerKind.ORGANIZATION: "Organization",
    SpeakerKind.OUTLET: "NewsMediaOrganization",
}
RELIES = {
    RelianceKind.CITES: "citation",
    RelianceKind.REPUBLISHES: "isBasedOn",
    RelianceKind.TRANSLATES: "translationOfWork",
}


def schema_org(quote: Quote, at: Addresses) -> Node:
    """The quotation, with its claim inside; everything else hangs on that."""
    return {"@context": CONTEXT} | _known(
        {
            "@type": "Quotation",
            "@id": at.quote(quote.key),
            "identifier": quote.key,
            "url": at.page(quote.id),
            "text": quote.text,
            "inLanguage": _language(quote.language),
            "creativeWorkStatus": quote.status.value,
            **_saying(quote, at),
            "subjectOf": _claim(quote, at),
        }
    )


def _saying(quote: Quote, at: Addresses) -> Node:
    """Who, when and on what occasion; who and where not, once that is doubted."""
    when = when_said(quote)
    told: Node = {"temporal" if is_an_interval(when) else "dateCreated": when}
    if quote.is_doubted:
        return told
    occasion = {"@type": "Event", "name": quote.occasion} if quote.occasion else None
    return told | {"creator": _agent(quote.speaker, at), "recordedAt": occasion}


def _claim(quote: Quote, at: Addresses) -> Node:
    printing = list(dict.fromkeys(one.article for one in quote.appearances))
    first = _first(quote, printing)
    return _known(
        {
            "@type": "Claim",
            "@id": at.claim(quote.key),
            "about": {"@id": at.quote(quote.key)},
            "text": quote.text,
            "firstAppearance": {"@id": at.article(first)} if first else None,
            "appearance": [_printing(quote, key, at) for key in printing],
        }
    )


def _first(quote: Quote, printing: list[str]) -> str | None:
    """The article that printed it first, as far as known; none if two did on one day."""
    dated = [(day, key) for key in printing if (day := quote.articles[key].published_on)]
    earliest = min((day for day, _ in dated), default=None)
    found = [key for day, key in dated if day == earliest]
    return found[0] if len(found) == 1 else None


def _printing(quote: Quote, key: str, at: Addresses) -> Node:
    article = quote.articles[key]
    node = _article(article, at)
    for reliance in article.relies_on:
        if reliance.is_stated:
            node.setdefault(RELIES[reliance.kind], []).append(_relied(quote, reliance, at))
    node["hasPart"] = [_wording(quote, one, at) for one in quote.appearances if one.article == key]
    return node


def _article(article: Article, at: Addresses) -> Node:
    return _known(
        {
            "@type": "NewsArticle" if article.outlet else "CreativeWork",
            "@id": at.article(article.key),
            "identifier": article.key,
            "url": article.url,
            "headline": article.title,
            "inLanguage": _language(article.language),
            "datePublished": article.published_on and article.published_on.isoformat(),
            "publisher": _agent(article.outlet, at),
        }
    )


def _relied(quote: Quote, reliance: Reliance, at: Addresses) -> Node:
    if reliance.article:
        return _article(quote.articles[reliance.article], at)
    return {"@type": "CreativeWork", "publisher": _agent(reliance.outlet, at)}


def _wording(quote: Quote, appearance: Appearance, at: Addresses) -> Node:
    work = "translationOfWork" if appearance.is_translation else "exampleOfWork"
    outer = appearance.nested_in
    return _known(
        {
            "@type": "Quotation",
            "@id": at.appearance(appearance.key),
            "identifier": appearance.key,
            "text": appearance.wording,
            "inLanguage": _language(appearance.language),
            work: {"@id": at.quote(quote.key)},
            "isPartOf": {"@id": at.appearance(outer)} if outer else None,
            "isBasedOn": _chain(quote, appearance, at),
        }
    )


def _chain(quote: Quote, appearance: Appearance, at: Addresses) -> Node | None:
    """The stated hops, the last one outermost, each based on the one before."""
    earlier = None
    for position, hop in enumerate(appearance.chain):
        if hop.is_stated:
            based = [earlier] if earlier else _origin(quote, hop, position, at)
            if hop.article:
                based = [*based, _article(quote.articles[hop.article], at)]
            nameless = position == 0 and quote.is_doubted
            earlier = _known(
                {
                    "@type": "CreativeWork",
                    "@id": at.hop(appearance.key, position),
                    "creator": None if nameless else _agent(hop.agent, at),
                    "creditText": hop.attributed_as,
                    "isBasedOn": based,
                }
            )
    return earlier


def _origin(quote: Quote, hop: Hop, position: int, at: Addresses) -> list[Node]:
    """The act of saying itself, where it is its speaker whom the article names."""
    if position == 0 and quote.is_said_by(hop.agent):
        return [{"@id": at.quote(quote.key)}]
    return []


def _agent(agent: Agent | None, at: Addresses) -> Node | None:
    if agent is None:
        return None
    node = {"@type": TYPES[agent.kind], "@id": at.speaker(agent.slug), "sameAs": _same(agent, at)}
    if agent.is_anonymous:
        # A description is all that is known of the source: it must not pass for a name.
        node |= {"description": agent.name, "disambiguatingDescription": who(agent)}
    else:
        node |= {"name": agent.name, "description": agent.description}
    return _known(node)


def _same(agent: Agent, at: Addresses) -> list[str]:
    same = [wikidata(agent.wikidata_id)] if agent.wikidata_id else []
    if agent.identity:
        same += [at.speaker(agent.identity.slug), *_same(agent.identity, at)]
    return same


def _language(tag: str) -> str:
    return "" if tag == UNKNOWN_LANGUAGE else tag


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}
