"""PROV-O: the quote, each printing, each pair of hands and each article as entities with agents."""

from collections.abc import Iterator

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
from quotesdb.interchange.prov_terms import (
    ATTRIBUTION,
    CONTEXT,
    DERIVATION,
    PRIMARY_SOURCE,
    QUOTATION,
    Influence,
    Node,
    relate,
)
from quotesdb.interchange.saying import when_said, who
from quotesdb.vocabulary import Relation, RelianceKind, SpeakerKind

TYPES = {
    SpeakerKind.PERSON: ["Agent", "Person"],
    SpeakerKind.ORGANIZATION: ["Agent", "Organization"],
    SpeakerKind.OUTLET: ["Agent", "Organization"],
}
"""Of the others PROV-O need not know more than that they are agents."""

COPIED = (Relation.QUOTED, Relation.REPUBLISHED)
HEARD = (Relation.SAID, Relation.TOLD, Relation.CONVEYED, Relation.REPORTED)


def prov(quote: Quote, at: Addresses) -> Node:
    nodes = [_quote(quote, at)]
    for appearance in quote.appearances:
        nodes.append(_printing(quote, appearance, at))
        nodes += [_hands(quote, appearance, place, at) for place in range(len(appearance.chain))]
    for article in quote.articles.values():
        nodes += [_article(article, at), *_somethings(article, at)]
    nodes += [_agent(agent, at) for agent in _agents(quote).values()]
    if quote.speaker or not all(made.is_stated for made in _assertions(quote)):
        nodes.append({"id": at.curators, "type": "Agent", "label": "Curators of this QuotesDB"})
    return {"@context": CONTEXT, "@graph": nodes}


def _quote(quote: Quote, at: Addresses) -> Node:
    node: Node = {
        "id": at.quote(quote.key),
        "type": "Entity",
        "identifier": quote.key,
        "value": _in_language(quote.text, quote.language),
        "seeAlso": at.page(quote.id),
    }
    if when := when_said(quote):
        node["said"] = when
    if quote.speaker:
        told = {"label": quote.status.value, "creator": at.curators}
        plainly = not quote.is_doubted
        relate(node, ATTRIBUTION, at.speaker(quote.speaker.slug), told, plainly=plainly)
    if quote.occasion and not quote.is_doubted:
        occasion = at.occasion(quote.key)
        node["wasGeneratedBy"] = {"id": occasion, "type": "Activity", "label": quote.occasion}
    return node


def _printing(quote: Quote, appearance: Appearance, at: Addresses) -> Node:
    node: Node = {
        "id": at.appearance(appearance.key),
        "type": "Entity",
        "identifier": appearance.key,
        "value": _in_language(appearance.wording, appearance.language),
        "description": f"{appearance.form} quotation",
        "wasQuotedFrom": [at.article(appearance.article)],
    }
    if appearance.nested_in:
        node["wasQuotedFrom"].append(at.appearance(appearance.nested_in))
    if appearance.is_translation:
        node["alternateOf"] = at.quote(quote.key)
    if appearance.chain:
        _derive(node, DERIVATION, appearance, len(appearance.chain) - 1, at)
    first_hand = _first_hand(quote, appearance)
    if first_hand is not None:
        _derive(node, PRIMARY_SOURCE, appearance, first_hand, at)
    return node


def _first_hand(quote: Quote, appearance: Appearance) -> int | None:
    """The place of another outlet that, by the chain, heard the words itself."""
    outlet = quote.articles[appearance.article].outlet
    for place, hop in enumerate(appearance.chain):
        if hop.agent.kind is SpeakerKind.OUTLET:
            own = outlet is not None and outlet.slug == hop.agent.slug
            return place if place and hop.relation in HEARD and not own else None
    return None


def _hands(quote: Quote, appearance: Appearance, place: int, at: Addresses) -> Node:
    """The words as one pair of hands gave them."""
    hop = appearance.chain[place]
    node: Node = {"id": at.hop(appearance.key, place), "type": "Entity", "label": hop.named}
    told = _told(hop, appearance.article, at) | {"hadRole": _role(hop, at)}
    plainly = hop.is_stated and not (place == 0 and quote.is_doubted)
    relate(node, ATTRIBUTION, at.speaker(hop.agent.slug), told, plainly=plainly)
    if place:
        step = QUOTATION if hop.relation in COPIED else DERIVATION
        _derive(node, step, appearance, place - 1, at, by=place)
    elif plainly and quote.is_said_by(hop.agent):
        node["alternateOf"] = at.quote(quote.key)
    if hop.article:
        told = _told(hop, appearance.article, at)
        relate(node, QUOTATION, at.article(hop.article), told, plainly=hop.is_stated)
    return node


def _derive(
    node: Node,
    how: Influence,
    appearance: Appearance,
    place: int,
    at: Addresses,
    *,
    by: int | None = None,
) -> None:
    """Relate a node to one pair of hands, as surely as the hop `by` is known, or else that one."""
    hop = appearance.chain[place if by is None else by]
    told = _told(hop, appearance.article, at)
    relate(node, how, at.hop(appearance.key, place), told, plainly=hop.is_stated)


def _article(article: Article, at: Addresses) -> Node:
    node: Node = {"id": at.article(article.key), "type": "Entity", "identifier": article.key}
    if article.title:
        node["title"] = article.title
    if article.url:
        node["seeAlso"] = article.url
    if article.published_on:
        node["issued"] = article.published_on.isoformat()
    if article.language != UNKNOWN_LANGUAGE:
        node["language"] = article.language
    if article.outlet:
        node["wasAttributedTo"] = [at.speaker(article.outlet.slug)]
    for reliance in article.relies_on:
        how = QUOTATION if reliance.kind is RelianceKind.REPUBLISHES else DERIVATION
        told = _told(reliance, article.key, at)
        relate(node, how, _source(reliance, article, at), told, plainly=reliance.is_stated)
    return node


def _source(reliance: Reliance, article: Article, at: Addresses) -> str:
    if reliance.outlet:
        return at.something_by(reliance.outlet.slug, article.key)
    return at.article(reliance.article or "")


def _somethings(article: Article, at: Addresses) -> list[Node]:
    """What the article has from outlets, where nobody knows which document that was."""
    return [
        {
            "id": at.something_by(reliance.outlet.slug, article.key),
            "type": "Entity",
            "wasAttributedTo": [at.speaker(reliance.outlet.slug)],
        }
        for reliance in article.relies_on
        if reliance.outlet
    ]


def _agent(agent: Agent, at: Addresses) -> Node:
    node: Node = {
        "id": at.speaker(agent.slug),
        "type": TYPES.get(agent.kind, ["Agent"]),
        "label": agent.name,
    }
    if agent.is_anonymous:
        node["comment"] = who(agent)
    if agent.description:
        node["description"] = agent.description
    same = [wikidata(agent.wikidata_id)] if agent.wikidata_id else []
    if agent.identity:
        same.append(at.speaker(agent.identity.slug))
    return node | ({"sameAs": same} if same else {})


def _agents(quote: Quote) -> dict[str, Agent]:
    """All that are named, by slug."""
    named = [quote.speaker]
    for appearance in quote.appearances:
        named += [hop.agent for hop in appearance.chain]
    for article in quote.articles.values():
        named += [article.outlet, *(reliance.outlet for reliance in article.relies_on)]
    named += [agent.identity for agent in named if agent]
    return {agent.slug: agent for agent in reversed(named) if agent}


def _assertions(quote: Quote) -> Iterator[Hop | Reliance]:
    for appearance in quote.appearances:
        yield from appearance.chain
    for article in quote.articles.values():
        yield from article.relies_on


def _told(made: Hop | Reliance, article: str, at: Addresses) -> Node:
    """Who says so: the article, or the curators; and by which words of the article."""
    told: Node = {"label": made.certainty.value}
    if made.is_stated:
        told["source"] = at.article(article)
    else:
        told["creator"] = at.curators
    return told | ({"description": made.evidence} if made.evidence else {})


def _role(hop: Hop, at: Addresses) -> Node:
    words = [str(word) for word in (hop.relation, hop.medium) if word]
    return {"id": at.role(*words), "type": "Role", "label": ", ".join(words).replace("_", " ")}


def _in_language(text: str, language: str) -> Node | str:
    return text if language == UNKNOWN_LANGUAGE else {"@value": text, "@language": language}
