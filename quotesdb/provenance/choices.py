"""All places that each place may have the words from, the likeliest first."""

from collections import defaultdict
from collections.abc import Sequence
from enum import IntEnum
from functools import cached_property

from quotesdb.provenance.facts import Hop
from quotesdb.provenance.held import Held, first_outlet, reliances
from quotesdb.provenance.reaching import Reaching, Target
from quotesdb.provenance.sharing import shared_out

Place = int | tuple[str, str]
"""An appearance by its number, or ("outlet", slug), or ("article", key).

Here also ("reports", slug), an outlet's own appearances, and ("printings", key), an article's: what
whoever names the outlet or the article may mean.
"""


class Candour(IntEnum):
    """What an outlet's own appearance says of where the words came from; the best comes first."""

    HEARD_IT = 0
    NAMES_ANOTHER = 1
    RELIES = 2
    SAYS_NOTHING = 3


class Choices:
    """By stated hops and stated reliance, or by inferred ones as well."""

    def __init__(self, held: Held, *, inferred_hops: bool, inferred_reliance: bool):
        self.held = held
        self.inferred_reliance = inferred_reliance
        self.starts: list[Hop | None] = [
            first_outlet(it, inferred=inferred_hops) for it in held.appearances
        ]
        self._found: dict[Place, Sequence[Place]] = {}
        self._spoken_for: dict[str, list[tuple[Candour, int]]] = {}

    @cached_property
    def reaching(self) -> Reaching:
        return Reaching(self.held, self.known_outlets, inferred=self.inferred_reliance)

    @cached_property
    def known_outlets(self) -> set[str]:
        """Those that some chain names first, and those that print the quote themselves."""
        return {hop.speaker.key for hop in self.starts if hop} | self.held.by_outlet.keys()

    def of(self, place: Place) -> Sequence[Place]:
        found = self._found.get(place)
        if found is None:
            found = self._found[place] = self._of(place)
        return found

    def _of(self, place: Place) -> Sequence[Place]:
        if isinstance(place, int):
            return self._of_an_appearance(place)
        what, key = place
        if what == "reports":
            return [at for _, at in self._by_candour(key)] or [("outlet", key)]
        if what == "outlet":
            return self._what_the_outlet_relied_on(key)
        if what == "printings":
            return self.held.by_article[key]
        return [] if key in self.held.by_article else self._meant(self.reaching.onwards(key))

    def _of_an_appearance(self, place: int) -> Sequence[Place]:
        if hop := self.starts[place]:
            return [self._heard_from(hop, place)]
        if targets := self.relied_on(place):
            return self._meant(targets)
        own = self.held.own_outlets[place]
        article = self.held.appearances[place].article
        return [("outlet", own.key) if own else ("article", article)]

    def _heard_from(self, hop: Hop, place: int) -> Place:
        """The outlet's own appearance where it is held, and best the very article named."""
        outlet = hop.speaker.key
        if self._is_of(place, outlet):
            return "outlet", outlet
        standing = self.held.by_article.get(hop.article or "", [])
        if hop.article and standing and place not in standing and self._is_of(standing[0], outlet):
            return "printings", hop.article
        return "reports", outlet

    def _is_of(self, place: int, outlet: str) -> bool:
        own = self.held.own_outlets[place]
        return own is not None and own.key == outlet

    def _meant(self, targets: Sequence[Target]) -> Sequence[Place]:
        """Whoever names an outlet, or an article that prints the quote, means what is printed."""
        return [self._meant_by(*target) for target in targets]

    def _meant_by(self, what: str, key: str) -> Place:
        if what == "outlet":
            return "reports", key
        return ("printings" if key in self.held.by_article else "article"), key

    def relied_on(self, place: int) -> list[Target]:
        """What a silent appearance has the words from, if it has company there or finds the quote.

        An article without the quote that nobody else leads to would tell nothing.
        """
        targets = self._bests[place]
        if not targets or not self.reaching.leads_nowhere(targets[0]):
            return targets
        end = self._ends.get(place)
        return [it for it in targets if self.reaching.end(it[1]) == end][:1]

    @cached_property
    def _bests(self) -> list[list[Target]]:
        """For every appearance whose chain names no outlet, what it relies on, the best first."""
        return [[] if hop else self._best(at) for at, hop in enumerate(self.starts)]

    def _best(self, place: int) -> list[Target]:
        article = self.held.appearances[place].article
        entries = reliances(self.held, article, place, inferred=self.inferred_reliance)
        return self.reaching.choices(article, entries) if entries else []

    @cached_property
    def _ends(self) -> dict[int, str]:
        """At which article without the quote an appearance meets others."""
        options = {
            place: list(dict.fromkeys(self.reaching.end(key) for _, key in targets))
            for place, targets in enumerate(self._bests)
            if targets and self.reaching.leads_nowhere(targets[0])
        }
        ends = shared_out(options)
        meeting: dict[str, set[str]] = defaultdict(set)
        for place, end in ends.items():
            meeting[end].add(self.held.appearances[place].article)
        return {place: end for place, end in ends.items() if len(meeting[end]) > 1}

    def _what_the_outlet_relied_on(self, outlet: str) -> Sequence[int]:
        spoken = self._by_candour(outlet)
        if not spoken or spoken[0][0] is Candour.HEARD_IT:
            return []
        return [place for candour, place in spoken if candour is Candour.RELIES]

    def _by_candour(self, outlet: str) -> list[tuple[Candour, int]]:
        """An outlet's own appearances: the most candid first, of these the earliest."""
        if outlet not in self._spoken_for:
            own = self.held.by_outlet.get(outlet, ())
            ranked = [(self._candour(place, outlet), place) for place in own]
            if len(ranked) > 1:
                ranked.sort(key=lambda it: (it[0], self.held.when(it[1])))
            self._spoken_for[outlet] = ranked
        return self._spoken_for[outlet]

    def _candour(self, place: int, outlet: str) -> Candour:
        if hop := self.starts[place]:
            return Candour.HEARD_IT if hop.speaker.key == outlet else Candour.NAMES_ANOTHER
        targets = self.relied_on(place)
        relies = targets and not self._belongs_to(targets[0], outlet)
        return Candour.RELIES if relies else Candour.SAYS_NOTHING

    def _belongs_to(self, target: Target, outlet: str) -> bool:
        if target[0] == "outlet":
            return target[1] == outlet
        owner = self.held.outlet_of(target[1])
        return owner is not None and owner.key == outlet
