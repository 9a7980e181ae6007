"""Where each appearance had the words from: one step upstream, and never more than one.

One step, because whoever draws on two independent witnesses is no third one, and makes them no
less independent. So each appearance, and each place that it leads to, points at one place at most;
the origin is where the pointing ends, or the loop in which it never ends.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from quotesdb.provenance.facts import Agent, Hop
from quotesdb.provenance.held import Held, first_outlet, reliances
from quotesdb.provenance.reaching import Reaching, Target
from quotesdb.provenance.rules import Rule

Place = int | tuple[str, str]
"""An appearance by its number, or ("outlet", slug), or ("article", key)."""


OWN = frozenset({Rule.SAME_OUTLET, Rule.SAME_ARTICLE})


@dataclass(frozen=True, slots=True)
class Link:
    """One step upstream, and the rule it is taken by."""

    to: Place
    rule: Rule


class Candour(IntEnum):
    """What an outlet's own appearance says of where the words came from; the best comes first."""

    HEARD_IT = 0
    NAMES_ANOTHER = 1
    RELIES = 2
    SAYS_NOTHING = 3


class Links:
    """All steps upstream, by stated hops and stated reliance, or by inferred ones as well."""

    def __init__(self, held: Held, *, inferred_hops: bool = False, inferred_reliance: bool = False):
        self.held = held
        self.inferred_hops = inferred_hops
        self.inferred_reliance = inferred_reliance
        self.starts: list[Hop | None] = [
            first_outlet(it, inferred=inferred_hops) for it in held.appearances
        ]
        self._found: dict[int, Link] = {}
        self._spoken_for: dict[str, list[tuple[Candour, int]]] = {}

    @cached_property
    def reaching(self) -> Reaching:
        return Reaching(self.held, self.known_outlets, inferred=self.inferred_reliance)

    @cached_property
    def known_outlets(self) -> set[str]:
        """Those that some chain names first, and those that print the quote themselves."""
        return {hop.speaker.key for hop in self.starts if hop} | self.held.by_outlet.keys()

    def upstream(self, place: int) -> Link:
        """An appearance's one step."""
        link = self._found.get(place)
        if link is None:
            link = self._found[place] = self._upstream(place)
        return link

    def _upstream(self, place: int) -> Link:
        own = self.held.own_outlets[place]
        if hop := self.starts[place]:
            return self._heard_from(hop, own, place)
        if (to := self._relied_on(place)) is not None:
            return Link(to, Rule.RELIANCE)
        if own:
            return Link(("outlet", own.key), Rule.SAME_OUTLET)
        return Link(("article", self.held.appearances[place].article), Rule.SAME_ARTICLE)

    def leads_nowhere(self, place: int) -> bool:
        """Whether nothing that is held says where the appearance came from."""
        link = self.upstream(place)
        if self.starts[place] is not None or isinstance(link.to, int):
            return False
        return link.rule in OWN or self.reaching.leads_nowhere(link.to)

    @cached_property
    def leading_nowhere(self) -> list[int]:
        return [place for place in range(len(self.starts)) if self.leads_nowhere(place)]

    def _heard_from(self, hop: Hop, own: Agent | None, place: int) -> Link:
        """The outlet's own appearance where it is held, and best the very article named."""
        outlet = hop.speaker.key
        if own and own.key == outlet:
            return Link(("outlet", outlet), Rule.SAME_OUTLET)
        standing = self.held.by_article.get(hop.article or "", [])
        if standing and place not in standing and self._is_of(standing[0], outlet):
            return Link(standing[0], Rule.OWN_REPORT)
        to = self.meant_by(outlet)
        return Link(to, Rule.OWN_REPORT if isinstance(to, int) else Rule.NAMED_OUTLET)

    def _is_of(self, place: int, outlet: str) -> bool:
        own = self.held.own_outlets[place]
        return own is not None and own.key == outlet

    def _relied_on(self, place: int) -> Place | None:
        return self._place(self._target(place))

    def _target(self, place: int) -> Target | None:
        """What a silent appearance has the words from, if it has company there or finds the quote.

        An article without the quote that nobody else leads to would tell nothing.
        """
        target = self._bests[place]
        if target is None or not self.reaching.leads_nowhere(target):
            return target
        return target if self._meeting[self.reaching.end(target[1])] > 1 else None

    @cached_property
    def _bests(self) -> list[Target | None]:
        """For every appearance whose chain names no outlet, the best of what it relies on."""
        return [self._best(at) if hop is None else None for at, hop in enumerate(self.starts)]

    def _best(self, place: int) -> Target | None:
        article, own = self.held.appearances[place].article, self.held.own_outlets[place]
        entries = reliances(self.held, article, place, inferred=self.inferred_reliance)
        return self.reaching.best(entries, own.key if own else None) if entries else None

    @cached_property
    def _meeting(self) -> Counter[str]:
        """How many articles lead to each article at which the leading ends, without the quote."""
        leading = {
            (self.held.appearances[place].article, self.reaching.end(target[1]))
            for place, target in enumerate(self._bests)
            if target is not None and self.reaching.leads_nowhere(target)
        }
        return Counter(end for _, end in leading)

    def _place(self, target: Target | None) -> Place | None:
        """An article that prints the quote stands for its first appearance there."""
        if target is None:
            return None
        what, key = target
        if what == "outlet":
            return self.meant_by(key)
        return self.held.by_article[key][0] if key in self.held.by_article else target

    def meant_by(self, outlet: str) -> Place:
        """Whoever names an outlet means what it prints itself, where that is held."""
        spoken = self._by_candour(outlet)
        return spoken[0][1] if spoken else ("outlet", outlet)

    def onward(self, place: Place) -> Place | None:
        """Where an outlet or an article without the quote leads, if it leads further."""
        if isinstance(place, int):
            return self.upstream(place).to
        what, key = place
        if what == "outlet":
            return self._what_the_outlet_relied_on(key)
        if key in self.held.by_article:
            return None
        return self._place(self.reaching.onward(key))

    def _what_the_outlet_relied_on(self, outlet: str) -> Place | None:
        spoken = self._by_candour(outlet)
        if not spoken or spoken[0][0] is Candour.HEARD_IT:
            return None
        return next((place for candour, place in spoken if candour is Candour.RELIES), None)

    def _by_candour(self, outlet: str) -> list[tuple[Candour, int]]:
        """An outlet's own appearances: the most candid first, of these the earliest."""
        if outlet not in self._spoken_for:
            own = self.held.by_outlet.get(outlet, ())
            ranked = [(self._candour(place, outlet), place) for place in own]
            self._spoken_for[outlet] = sorted(ranked, key=lambda it: (it[0], self.held.when(it[1])))
        return self._spoken_for[outlet]

    def _candour(self, place: int, outlet: str) -> Candour:
        if hop := self.starts[place]:
            return Candour.HEARD_IT if hop.speaker.key == outlet else Candour.NAMES_ANOTHER
        target = self._target(place)
        relies = target and not self._belongs_to(target, outlet)
        return Candour.RELIES if relies else Candour.SAYS_NOTHING

    def _belongs_to(self, target: Target, outlet: str) -> bool:
        if target[0] == "outlet":
            return target[1] == outlet
        owner = self.held.outlet_of(target[1])
        return owner is not None and owner.key == outlet

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
