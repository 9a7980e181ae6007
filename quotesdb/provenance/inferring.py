"""The declared groups joined further, never split, by rules that infer.

The rules are asked one by one and know nothing of one another, so that leaving one out can only
leave more groups.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from quotesdb.provenance.hidden_parents import arrivals
from quotesdb.provenance.joining import Bond, Evidence, Forest
from quotesdb.provenance.labels import Origin, origin_of, outlet
from quotesdb.provenance.links import Links
from quotesdb.provenance.rules import Rule
from quotesdb.provenance.shared_errors import shared_errors


class Inference:
    """The forest as the rules leave it, and what they say of where groups came from."""

    def __init__(
        self,
        links: Links,
        declared: Forest,
        parents: Mapping[str, list[int]],
        rules: Collection[Rule],
    ):
        self.held, self.links, self.declared, self.parents = links.held, links, declared, parents
        self.forest = declared.copy()
        self.upstream: dict[int, Origin] = {}
        for rule, apply in self._ways().items():
            if rule in rules:
                apply()

    def _ways(self) -> dict[Rule, Callable[[], None]]:
        return {
            Rule.INFERRED_HOP: self._by_inferred_hops,
            Rule.INFERRED_RELIANCE: self._by_inferred_reliance,
            Rule.HIDDEN_PARENT: self._by_hidden_parents,
            Rule.SHARED_TEXT: lambda: self._join_all(self._shared_texts()),
            Rule.SHARED_ERROR: lambda: self._join_all(shared_errors(self.held, self.declared)),
        }

    def _by_inferred_hops(self) -> None:
        if self.held.has_inferred_hops:
            links = Links(self.held, inferred_hops=True)
            self._follow(links, self._heard_otherwise(links), Rule.INFERRED_HOP)

    def _heard_otherwise(self, links: Links) -> Iterator[int]:
        """Whose chain starts elsewhere; and who relies on an outlet that is known only thereby."""
        silent = {it for it in self.links.leading_nowhere if not links.leads_nowhere(it)}
        for place, stated in enumerate(self.links.starts):
            if links.starts[place] is not stated or place in silent:
                yield place

    def _by_inferred_reliance(self) -> None:
        if self.held.has_inferred_reliance:
            links = Links(self.held, inferred_reliance=True)
            silent = self.links.leading_nowhere
            relying = [it for it in silent if links.upstream(it) != self.links.upstream(it)]
            self._follow(links, relying, Rule.INFERRED_RELIANCE)

    def _follow(self, links: Links, places: Iterable[int], rule: Rule) -> None:
        joined, followed = self.declared.copy(), list(places)
        for place in followed:
            joined.follow(place, links, rule)
        self._join_all(joined.bonds[len(self.declared.bonds) :])
        for place in followed:
            self._came_from(place, origin_of(links, place))

    def _by_hidden_parents(self) -> None:
        self._join_all(arrivals(self.parents))
        for key, places in self.parents.items():
            for place in places:
                self._came_from(place, outlet(self.held, key))

    def _shared_texts(self) -> Iterator[Bond]:
        for found in self.held.facts.shared_texts:
            a, b = self.held.by_article.get(found.a), self.held.by_article.get(found.b)
            if a and b:
                evidence: Evidence = {"share": round(found.share, 2), "sample": found.sample[:200]}
                yield Bond(a[0], b[0], Rule.SHARED_TEXT, evidence=evidence)

    def _join_all(self, bonds: Iterable[Bond]) -> None:
        for bond in bonds:
            self.forest.join(bond)

    def _came_from(self, place: int, origin: Origin) -> None:
        self.upstream.setdefault(self.declared.sets.find(place), origin)

    def labels(self, sets: list[list[int]]) -> list[Origin]:
        """The origin of each joined group: where most of it comes from after all inference."""
        return [self._label(members) for members in sets]

    def _label(self, members: list[int]) -> Origin:
        parts: dict[int, list[int]] = defaultdict(list)
        for place in members:
            parts[self.declared.sets.find(place)].append(place)
        weights: dict[Origin, int] = defaultdict(int)
        overruled = set()
        for root, part in parts.items():
            origin = origin_of(self.links, part[0])
            weights[self.upstream.get(root, origin)] += len(part)
            if self.upstream.get(root, origin) != origin:
                overruled.add(origin)
        standing = [origin for origin in weights if origin not in overruled] or list(weights)
        return min(standing, key=lambda it: (-weights[it], it.type != "outlet", it))
