"""Where each appearance had the words from: one step upstream, and never more than one.

One step, because whoever draws on two independent witnesses is no third one, and makes them no
less independent. So each appearance, and each place that it leads to, points at one place at most;
the origin is where the pointing ends, or the loop in which it never ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from quotesdb.provenance.choices import Choices, Place
from quotesdb.provenance.held import Held
from quotesdb.provenance.rounds import Rounds
from quotesdb.provenance.rules import Rule

OWN = frozenset({Rule.SAME_OUTLET, Rule.SAME_ARTICLE})

STAND_FOR_MANY = ("reports", "printings")


@dataclass(frozen=True, slots=True)
class Link:
    """One step upstream, and the rule it is taken by."""

    to: Place
    rule: Rule


class Links:
    """All steps upstream, by stated hops and stated reliance, or by inferred ones as well."""

    def __init__(self, held: Held, *, inferred_hops: bool = False, inferred_reliance: bool = False):
        self.held = held
        self.choices = Choices(
            held, inferred_hops=inferred_hops, inferred_reliance=inferred_reliance
        )
        self.starts = self.choices.starts
        self._rounds = Rounds(self.choices.of)
        self._found: dict[int, Link] = {}

    def upstream(self, place: int) -> Link:
        """An appearance's one step."""
        link = self._found.get(place)
        if link is None:
            to = self._meant(self._rounds.chosen(place))
            link = self._found[place] = Link(to, self._rule(place, to))
        return link

    def _meant(self, place: Place) -> Place:
        while not isinstance(place, int) and place[0] in STAND_FOR_MANY:
            place = self._rounds.chosen(place)
        return place

    def _rule(self, place: int, to: Place) -> Rule:
        own = self.held.own_outlets[place]
        if hop := self.starts[place]:
            if own and own.key == hop.speaker.key:
                return Rule.SAME_OUTLET
            return Rule.OWN_REPORT if isinstance(to, int) else Rule.NAMED_OUTLET
        if self.choices.relied_on(place):
            return Rule.RELIANCE
        return Rule.SAME_OUTLET if own else Rule.SAME_ARTICLE

    def leads_nowhere(self, place: int) -> bool:
        """Whether nothing that is held says where the appearance came from."""
        link = self.upstream(place)
        if self.starts[place] is not None or isinstance(link.to, int):
            return False
        return link.rule in OWN or self.choices.reaching.leads_nowhere(link.to)

    @cached_property
    def leading_nowhere(self) -> list[int]:
        return [place for place in range(len(self.starts)) if self.leads_nowhere(place)]

    def onward(self, place: Place) -> Place | None:
        """Where a place leads, if it leads further."""
        if isinstance(place, int):
            return self.upstream(place).to
        return self._meant(self._rounds.chosen(place)) if self.choices.of(place) else None

    def path(self, place: int) -> Iterable[Place]:
        """From an appearance upstream, until it ends or comes back to where it was."""
        seen: set[Place] = set()
        here: Place | None = place
        while here is not None and here not in seen:
            seen.add(here)
            yield here
            here = self.onward(here)
        if here is not None:
            yield here
