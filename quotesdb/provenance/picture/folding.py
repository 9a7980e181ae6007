"""A network too large to be read, made smaller: articles by outlet, then by what leads to them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from quotesdb.provenance.network import Edge, Network, Node
from quotesdb.provenance.picture.uniting import united

READABLE = 60
"""So many articles may be drawn one by one."""

MOST = 160
"""No picture has more nodes than this."""

Sources = tuple[str, ...]


def folded(network: Network, readable: int = READABLE) -> Network:
    """The network itself, if it can be read; else its articles together by outlet.

    Articles that hand the words on stay by themselves; those that are origins stay apart.
    """
    if sum(node.type == "article" for node in network.nodes) <= readable:
        return united(network)
    network = united(network, all_articles=True)
    folding = _Folding(network)
    piles = folding.by_outlet()
    if len(piles) > readable:
        piles = folding.the_small_ones_together(piles, readable)
    return bounded(folding.with_piles(piles))


class _Folding:
    def __init__(self, network: Network):
        self.network = network
        self.sources: dict[str, set[str]] = defaultdict(set)
        for edge in network.edges:
            self.sources[edge.target].add(edge.source)
        leading = {edge.source for edge in network.edges}
        self.leaves = [
            node
            for node in network.nodes
            if node.type == "article" and not (node.loop or node.id in leading)
        ]

    def _led_to_by(self, node: Node) -> Sources:
        return tuple(sorted(self.sources[node.id]))

    def by_outlet(self) -> list[list[Node]]:
        """The articles of one outlet; of unknown outlets those that the same leads to."""
        piles: dict[object, list[Node]] = defaultdict(list)
        for node in self.leaves:
            piles[node.detail or self._led_to_by(node), node.origin].append(node)
        return list(piles.values())

    def the_small_ones_together(self, piles: list[list[Node]], readable: int) -> list[list[Node]]:
        """Of the outlets that the same leads to, only the largest stay by themselves."""
        alike: dict[tuple[Sources, bool], list[list[Node]]] = defaultdict(list)
        for pile in piles:
            alike[self._led_to_by(pile[0]), pile[0].origin].append(pile)
        found: list[list[Node]] = []
        for group in alike.values():
            shown = max(1, readable * len(group) // len(piles) - 1)
            group.sort(key=len, reverse=True)
            found += group[:shown]
            found += [[node for pile in group[shown:] for node in pile]] if group[shown:] else []
        return found

    def with_piles(self, piles: Iterable[list[Node]]) -> Network:
        """The network with a single node for every pile of two articles or more."""
        instead: dict[str, Node] = {}
        for pile in piles:
            if len(pile) > 1:
                node = _pile(pile)
                instead.update((it.id, node) for it in pile)
        nodes = dict.fromkeys(instead.get(node.id, node) for node in self.network.nodes)
        return Network(tuple(nodes), _merged(self.network.edges, instead))


def _pile(pile: list[Node]) -> Node:
    outlets = dict.fromkeys(node.detail for node in pile)
    outlet = next(iter(outlets)) if len(outlets) == 1 else ""
    each = ", each an origin" if pile[0].origin and not outlet else ""
    if outlet:
        label = f"{len(pile)} articles"
    elif len(outlets) == 1:
        label = f"{len(pile)} articles, outlets not known{each}"
    else:
        label = f"{len(pile)} more articles of {len(outlets)} outlets{each}"
    return replace(pile[0], id=f"pile:{pile[0].id}", label=label, detail=outlet)


def _merged(edges: Iterable[Edge], instead: dict[str, Node]) -> tuple[Edge, ...]:
    """Edges of what is one node now are one edge, unless they lead nowhere else any more."""
    carried: dict[tuple[str, str, str, str, bool], set[int]] = defaultdict(set)
    for edge in edges:
        source, target = (
            instead[it].id if it in instead else it for it in (edge.source, edge.target)
        )
        if source != target:
            what = source, target, edge.relation, edge.certainty, edge.loop
            carried[what].update(edge.appearances)
    return tuple(Edge(*what[:4], tuple(sorted(ids)), loop=what[4]) for what, ids in carried.items())


def bounded(network: Network, most: int = MOST) -> Network:
    """The nodes that most appearances pass through; the others as one node of each type."""
    if len(network.nodes) <= most:
        return network
    carried: dict[str, set[int]] = defaultdict(set)
    for edge in network.edges:
        carried[edge.source].update(edge.appearances)
        carried[edge.target].update(edge.appearances)
    ranked = sorted(network.nodes, key=lambda node: -len(carried[node.id]))
    rest: dict[str, list[Node]] = defaultdict(list)
    for node in ranked[most:]:
        rest[node.type].append(node)
    instead = {node.id: _rest(kind, nodes) for kind, nodes in rest.items() for node in nodes}
    shown = dict.fromkeys(instead.get(node.id, node) for node in network.nodes)
    return Network(tuple(shown), _merged(network.edges, instead))


def _rest(kind: str, nodes: list[Node]) -> Node:
    origins = sum(node.origin for node in nodes)
    among = f", {origins} of them origins" if origins else ""
    things = {"article": "outlets or articles"}.get(kind, f"{kind}s")
    label = f"{len(nodes)} more {things}{among}"
    return Node(f"rest:{kind}", kind, label, origin=origins > 0)
