"""How many sources is that really: the appearances of a quote, grouped by origin, twice."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from quotesdb.provenance.facts import Facts
from quotesdb.provenance.held import Held
from quotesdb.provenance.hidden_parents import hidden_parents
from quotesdb.provenance.inferring import Inference
from quotesdb.provenance.joining import Bond, Evidence, Forest
from quotesdb.provenance.labels import Origin, origin_of
from quotesdb.provenance.links import Links
from quotesdb.provenance.rules import ALL, Rule
from quotesdb.provenance.sentences import Teller
from quotesdb.provenance.warning_signs import Warning, warnings_of


@dataclass(frozen=True, slots=True)
class Joining:
    """Why two appearances, by their ids, have one origin: for a reader, and as data."""

    rule: Rule
    sentence: str
    a: int
    b: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Group:
    """Appearances, by id, that go back to one origin, and the joinings that hold them together."""

    origin: Origin
    appearances: tuple[int, ...]
    joined_because: tuple[Joining, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """All groups; the largest first, of equals the one with the smallest id."""

    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        return len(self.groups)


@dataclass(frozen=True, slots=True)
class Origins:
    """The answer: what the articles declare, what is inferred besides, what gives pause."""

    declared: Grouping
    inferred: Grouping
    warnings: tuple[Warning, ...]


def declared(facts: Facts) -> Grouping:
    """Grouped by what the articles themselves say."""
    return Reckoning(facts).declared()


def inferred(facts: Facts, rules: Collection[Rule] = ALL) -> Grouping:
    """The declared groups, joined further by those of the inferring rules that are in `rules`."""
    return Reckoning(facts).inferred(rules)


def origins(facts: Facts, rules: Collection[Rule] = ALL) -> Origins:
    """Both groupings and the warnings, for the price of little more than one."""
    reckoning = Reckoning(facts)
    grouping = reckoning.inferred(rules)
    return Origins(reckoning.declared(), grouping, reckoning.warnings())


def counts(facts: Facts, rules: Collection[Rule] = ALL) -> tuple[int, int]:
    """The two numbers alone, declared and inferred, without a word of explanation."""
    reckoning = Reckoning(facts)
    groups = len(reckoning.forest.sets.sets())
    if groups <= 1:
        # One group cannot be joined further.
        return groups, groups
    return groups, len(reckoning.inference(rules).forest.sets.sets())


class Reckoning:
    """What the two groupings and the warnings have in common, found once."""

    def __init__(self, facts: Facts):
        self.held = Held(facts)
        self.links = Links(self.held)
        self.forest = Forest(len(self.held.appearances))
        for place in range(len(self.held.appearances)):
            self.forest.follow(place, self.links)
        self.teller = Teller(self.held)
        self._told: dict[tuple[int, int, Rule], Joining] = {}

    @cached_property
    def hidden_parents(self) -> dict[str, list[int]]:
        return hidden_parents(self.held, self.links, self.forest)

    def labels(self) -> list[Origin]:
        """The declared origins, in the order of the sets."""
        sets = self.forest.sets.sets()
        return [origin_of(self.links, members[0]) for members in sets]

    def declared(self) -> Grouping:
        return self._grouping(self.forest.sets.sets(), self.labels(), self.forest)

    def inference(self, rules: Collection[Rule]) -> Inference:
        return Inference(self.links, self.forest, self.hidden_parents, rules)

    def inferred(self, rules: Collection[Rule]) -> Grouping:
        inference = self.inference(rules)
        sets = inference.forest.sets.sets()
        return self._grouping(sets, inference.labels(sets), inference.forest)

    def warnings(self) -> tuple[Warning, ...]:
        return warnings_of(self.held, self.hidden_parents, self.forest)

    def _grouping(self, sets: list[list[int]], labels: list[Origin], forest: Forest) -> Grouping:
        because: dict[int, list[Bond]] = {}
        for bond in forest.bonds:
            because.setdefault(forest.sets.find(bond.a), []).append(bond)
        groups = [
            Group(label, self._ids(members), self._joinings(because.get(members[0], [])))
            for members, label in zip(sets, labels, strict=True)
        ]
        return Grouping(
            tuple(sorted(groups, key=lambda it: (-len(it.appearances), it.appearances)))
        )

    def _ids(self, members: list[int]) -> tuple[int, ...]:
        return tuple(self.held.appearances[place].id for place in members)

    def _joinings(self, bonds: list[Bond]) -> tuple[Joining, ...]:
        return tuple(self._joining(bond) for bond in bonds)

    def _joining(self, bond: Bond) -> Joining:
        """Told once: what is declared stands in the inferred answer too."""
        what = bond.a, bond.b, bond.rule
        if what not in self._told:
            a, b = self._ids([bond.a, bond.b])
            sentence, evidence = self.teller.sentence(bond), self.teller.evidence(bond)
            self._told[what] = Joining(bond.rule, sentence, a, b, evidence)
        return self._told[what]
