"""Who handed the words to whom: every agent once, every pair of hands an arrow."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from quotesdb.provenance.circles import circles
from quotesdb.provenance.facts import Agent, Facts, Reliance
from quotesdb.provenance.held import reliances
from quotesdb.provenance.labels import Origin
from quotesdb.provenance.links import OWN
from quotesdb.provenance.origins import Reckoning
from quotesdb.vocabulary import Certainty, RelianceKind

PUBLISHED = "published"
"""From an outlet to its own article, and no chain says so."""

PUBLISHED_BY = "published_by"
"""From an article to its outlet, whose hands others have the words from."""

RELIED = {
    RelianceKind.CITES: "cited",
    RelianceKind.REPUBLISHES: "republished",
    RelianceKind.TRANSLATES: "translated",
}
"""What is done on an arrow that leads from what is relied on to who relies on it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A speaker, an outlet or an article. `kind` tells speakers apart; `detail` is for people."""

    id: str
    type: str
    label: str
    kind: str = ""
    detail: str = ""
    origin: bool = False
    loop: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """The words going from one node to another, in the appearances with these ids."""

    source: str
    target: str
    relation: str
    certainty: str
    appearances: tuple[int, ...] = ()
    loop: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """The nodes in the order in which the words come to them, and the edges between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph(facts: Facts) -> Network:
    """The whole network of a quote, with its declared origins and its loops marked."""
    reckoning = Reckoning(facts)
    drawing = _Drawing(reckoning)
    marked = {drawing.id_of(origin) for origin in reckoning.labels()}
    return _with_loops(drawing.nodes.values(), drawing.merged(), drawing.standing_in(marked))


def agent_id(agent: Agent) -> str:
    return f"{'outlet' if agent.is_outlet else 'speaker'}:{agent.key}"


def article_id(key: str) -> str:
    return f"article:{key}"


class _Drawing:
    """Collects nodes, and edges by what makes them one."""

    def __init__(self, reckoning: Reckoning):
        self.held, self.links = reckoning.held, reckoning.links
        self.nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, str, Certainty], dict[int, None]] = {}
        self._shown = self._outlets_shown()
        for place in range(len(self.held.appearances)):
            self._chain(place)
        self._published()

    def _chain(self, place: int) -> None:
        """An arrow from each pair of hands to the next, the last to the article.

        It tells what the first of the two did; it is inferred if either of them is.
        """
        appearance = self.held.appearances[place]
        steps = self._steps(place)
        steps.append((self._article(appearance.article), "", Certainty.STATED))
        for (source, relation, sure), (target, _, as_sure) in pairwise(steps):
            certainty = sure if as_sure is Certainty.STATED else as_sure
            self._edge(source, target, relation, certainty, appearance.id)
        if self.links.starts[place] is None:
            self._reliance(appearance.article, place)

    def _steps(self, place: int) -> list[tuple[str, str, Certainty]]:
        """The hops; and the article's own outlet, where nothing else is said to be the origin."""
        steps = [
            (self._agent(hop.speaker), str(hop.relation), hop.certainty)
            for hop in self.held.appearances[place].chain
        ]
        own = self.held.own_outlets[place]
        if own and self._is_silent(place) and own.key in self._shown:
            steps.append((self._agent(own), PUBLISHED, Certainty.STATED))
        return steps

    def _is_silent(self, place: int) -> bool:
        return self.links.starts[place] is None and self.links.upstream(place).rule in OWN

    def _outlets_shown(self) -> set[str]:
        """Of an outlet that nobody names and that prints the quote once, the article is enough."""
        named = {
            hop.speaker.key
            for appearance in self.held.appearances
            for hop in appearance.chain
            if hop.speaker.is_outlet
        }
        silent: dict[str, set[str]] = defaultdict(set)
        for place, own in enumerate(self.held.own_outlets):
            if own and self._is_silent(place):
                silent[own.key].add(self.held.appearances[place].article)
        return named | {outlet for outlet, articles in silent.items() if len(articles) > 1}

    def _reliance(self, article: str, place: int) -> None:
        """What an article without a named outlet relies on, and what that relies on in turn."""
        waiting, seen = [article], {article}
        while waiting:
            key = waiting.pop()
            at = place if key == article else None
            for entry in reliances(self.held, key, at, inferred=True):
                self._relied(entry, key, self.held.appearances[place].id)
                further = entry.article
                if further and further not in seen and further not in self.held.by_article:
                    seen.add(further)
                    waiting.append(further)

    def _relied(self, entry: Reliance, article: str, appearance: int) -> None:
        source = self._agent(entry.outlet) if entry.outlet else self._article(entry.article or "")
        target = self._article(article)
        self._edge(source, target, RELIED[entry.kind], entry.certainty, appearance)

    def _published(self) -> None:
        """An outlet that others had the words from is tied to its own articles."""
        tied = {(source, target) for source, target, _, _ in self._edges}
        for place, own in enumerate(self.held.own_outlets):
            if own and agent_id(own) in self.nodes:
                outlet, article = agent_id(own), self._article(self.held.appearances[place].article)
                if (outlet, article) not in tied:
                    appearance = self.held.appearances[place].id
                    self._edge(article, outlet, PUBLISHED_BY, Certainty.STATED, appearance)

    def _agent(self, agent: Agent) -> str:
        key = agent_id(agent)
        if key not in self.nodes:
            kind = "outlet" if agent.is_outlet else "speaker"
            self.nodes[key] = Node(key, kind, agent.name, str(agent.kind))
        return key

    def _article(self, key: str) -> str:
        node = article_id(key)
        if node not in self.nodes:
            outlet = self.held.outlet_of(key)
            title = self.held.article(key).title or key
            self.nodes[node] = Node(node, "article", title, detail=outlet.name if outlet else "")
        return node

    def _edge(
        self, source: str, target: str, relation: str, certainty: Certainty, appearance: int
    ) -> None:
        if source != target:
            same = self._edges.setdefault((source, target, relation, certainty), {})
            same[appearance] = None

    def merged(self) -> list[Edge]:
        return [Edge(*what, tuple(sorted(ids))) for what, ids in self._edges.items()]

    def id_of(self, origin: Origin) -> str:
        return f"{origin.type}:{origin.key}"

    def standing_in(self, origins: set[str]) -> set[str]:
        """An origin that is an outlet and no node is shown by its articles."""
        missing = origins - self.nodes.keys()
        found = origins & self.nodes.keys()
        for place, own in enumerate(self.held.own_outlets):
            if own and agent_id(own) in missing:
                found.add(article_id(self.held.appearances[place].article))
        return found


def _with_loops(nodes: Iterable[Node], edges: list[Edge], origins: set[str]) -> Network:
    arrows: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        arrows[edge.source].append(edge.target)
    round_of = {node: at for at, circle in enumerate(circles(dict(arrows))) for node in circle}
    return Network(
        tuple(
            replace(node, origin=node.id in origins, loop=node.id in round_of)
            if node.id in origins or node.id in round_of
            else node
            for node in nodes
        ),
        tuple(replace(edge, loop=True) if _within(edge, round_of) else edge for edge in edges),
    )


def _within(edge: Edge, round_of: dict[str, int]) -> bool:
    return edge.source in round_of and round_of[edge.source] == round_of.get(edge.target)
