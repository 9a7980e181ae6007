"""Outlets that several articles rely on and of which nothing with the quote is held.

Where an article names no outlet for the words, says nothing else of where it had them, and relies
on such an outlet, directly or through articles that do not print the quote, that outlet may be the
parent of all of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from quotesdb.provenance.held import Held, reliances
from quotesdb.provenance.joining import Bond, Forest
from quotesdb.provenance.links import Links
from quotesdb.provenance.rules import Rule
from quotesdb.provenance.sharing import shared_out


def hidden_parents(held: Held, links: Links, declared: Forest) -> dict[str, list[int]]:
    """The outlets on which two appearances or more hang; each appearance hangs on one.

    Drawing on two hidden outlets makes these no less independent. So it is one on which another
    declared group hangs, if there is any.
    """
    search = _Search(held)
    options = {place: search.outlets_of(place) for place in links.leading_nowhere}
    hanging: dict[str, set[int]] = defaultdict(set)
    for place, outlets in options.items():
        for outlet in outlets:
            hanging[outlet].add(declared.sets.find(place))
    for place, outlets in options.items():
        joining = [it for it in outlets if len(hanging[it]) > 1]
        options[place] = sorted(joining or outlets, key=lambda it: (-len(hanging[it]), it))
    found: dict[str, list[int]] = defaultdict(list)
    for place, outlet in sorted(shared_out(options).items()):
        found[outlet].append(place)
    return {outlet: places for outlet, places in sorted(found.items()) if len(places) > 1}


def arrivals(parents: Mapping[str, list[int]]) -> Iterator[Bond]:
    """Each appearance joined with the first that hangs on the same outlet."""
    for outlet, (first, *others) in parents.items():
        for place in others:
            yield Bond(first, place, Rule.HIDDEN_PARENT, ("outlet", outlet))


class _Search:
    def __init__(self, held: Held):
        self.held = held

    def outlets_of(self, place: int) -> list[str]:
        """The hidden outlets that an appearance may hang on, without repeats."""
        own = self.held.own_outlets[place]
        article = self.held.appearances[place].article
        found: set[str] = set()
        for entry in reliances(self.held, article, place, inferred=True):
            if entry.outlet:
                found.add(entry.outlet.key)
            else:
                found |= self._behind.get(entry.article or "", set())
        return [it for it in found if self._is_hidden(it) and (own is None or it != own.key)]

    def _is_hidden(self, outlet: str) -> bool:
        return outlet not in self.held.by_outlet

    @cached_property
    def _behind(self) -> dict[str, set[str]]:
        """The nearest hidden outlets behind each article without the quote, in steps from them."""
        found = {key: set(near) for key in self._third if (near := self._nearest(key))}
        reached = list(found)
        while reached:
            further: dict[str, set[str]] = defaultdict(set)
            for key in reached:
                for relying in self._relying[key]:
                    if relying not in found:
                        further[relying] |= found[key]
            found |= further
            reached = list(further)
        return found

    @cached_property
    def _third(self) -> list[str]:
        return [it for it in self.held.facts.articles if it not in self.held.by_article]

    @cached_property
    def _relying(self) -> dict[str, list[str]]:
        relying: dict[str, list[str]] = defaultdict(list)
        for key in self._third:
            for entry in reliances(self.held, key, inferred=True):
                if entry.article:
                    relying[entry.article].append(key)
        return relying

    def _nearest(self, article: str) -> list[str]:
        """Its own outlet if that is hidden, else the hidden ones that it relies on."""
        own = self.held.outlet_of(article)
        if own and self._is_hidden(own.key):
            return [own.key]
        entries = reliances(self.held, article, inferred=True)
        return [it.outlet.key for it in entries if it.outlet and self._is_hidden(it.outlet.key)]
