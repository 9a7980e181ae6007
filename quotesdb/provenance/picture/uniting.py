"""An outlet that others name and what is held of it, drawn as one box."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quotesdb.provenance.network import PUBLISHED, PUBLISHED_BY, Edge, Network, Node


def united(network: Network, *, all_articles: bool = False) -> Network:
    """Half the columns, and all that there is to know: the box is the outlet's, with the title.

    An outlet with several articles keeps them apart, unless `all_articles` says otherwise.
    """
    of = _outlets_of_articles(network, all_articles)
    own: dict[str, list[Node]] = defaultdict(list)
    for node in network.nodes:
        if node.id in of:
            own[of[node.id]].append(node)
    nodes = (_with_articles(node, own) for node in network.nodes if node.id not in of)
    return Network(tuple(nodes), tuple(_moved(network.edges, of)))


def _outlets_of_articles(network: Network, all_articles: bool) -> dict[str, str]:
    """The outlet of each article that leads to it only, or comes from it and leads nowhere."""
    tied = [_tie(edge) for edge in network.edges if edge.relation in (PUBLISHED, PUBLISHED_BY)]
    held = Counter(outlet for _, outlet in set(tied))
    elsewhere = {edge.source for edge in network.edges if edge.relation != PUBLISHED_BY}
    return {
        article: outlet
        for article, outlet in tied
        if (all_articles or held[outlet] == 1) and article not in elsewhere
    }


def _tie(edge: Edge) -> tuple[str, str]:
    """The article and the outlet."""
    ends = edge.source, edge.target
    return ends if edge.relation == PUBLISHED_BY else ends[::-1]


def _with_articles(node: Node, own: Mapping[str, Sequence[Node]]) -> Node:
    articles = own.get(node.id)
    if not articles:
        return node
    one = len(articles) == 1
    return replace(
        node,
        detail=articles[0].label if one else f"{len(articles)} articles",
        origin=node.origin or any(it.origin for it in articles),
        loop=node.loop or any(it.loop for it in articles),
    )


def _moved(edges: Iterable[Edge], of: Mapping[str, str]) -> Iterable[Edge]:
    for edge in edges:
        source, target = of.get(edge.source, edge.source), of.get(edge.target, edge.target)
        if source != target:
            yield replace(edge, source=source, target=target)
