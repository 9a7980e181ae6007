"""Joining appearances, each time with the reason: a spanning forest, never all pairs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from quotesdb.provenance.choices import Place
from quotesdb.provenance.disjoint import DisjointSets
from quotesdb.provenance.links import Links
from quotesdb.provenance.rules import Rule

Evidence: TypeAlias = Mapping[str, str | float]


@dataclass(frozen=True, slots=True)
class Bond:
    """Two appearances, by their numbers, that a rule joins.

    `met_at` is the outlet or the article without the quote at which both arrived, if they did not
    come one to the other; `came` how each of them came (`None`: it was there).
    """

    a: int
    b: int
    rule: Rule
    met_at: Place | None = None
    came: tuple[Rule | None, Rule | None] = (None, None)
    evidence: Evidence = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrival:
    """The first appearance to come to an outlet or to an article without the quote."""

    by: int
    rule: Rule


class Forest:
    """Sets of appearances with the bonds that made them: as many as it takes, and no more."""

    def __init__(self, size: int):
        self.sets = DisjointSets(size)
        self.bonds: list[Bond] = []
        self.arrivals: dict[Place, Arrival] = {}

    def copy(self) -> "Forest":
        twin = Forest(0)
        twin.sets = self.sets.copy()
        twin.bonds = self.bonds.copy()
        twin.arrivals = self.arrivals.copy()
        return twin

    def join(self, bond: Bond) -> None:
        if self.sets.join(bond.a, bond.b):
            self.bonds.append(bond)

    def follow(self, place: int, links: Links, rule: Rule | None = None) -> None:
        """Join an appearance with whatever its steps upstream come to first.

        That is another appearance, or a place where one has arrived before.
        """
        link = links.upstream(place)
        here: Place | None = link.to
        while here is not None:
            if isinstance(here, int):
                self.join(Bond(place, here, rule or link.rule, came=(link.rule, None)))
                return
            if before := self.arrivals.get(here):
                came = before.rule, link.rule
                self.join(Bond(before.by, place, rule or _rule_of(came), here, came))
                return
            self.arrivals[here] = Arrival(place, link.rule)
            here = links.onward(here)


def _rule_of(came: tuple[Rule, Rule]) -> Rule:
    """Where only one of two relies on what the other names, it is reliance that joins them."""
    return Rule.RELIANCE if Rule.RELIANCE in came else came[1]
