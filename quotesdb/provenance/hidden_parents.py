"""Outlets that several articles rely on and of which nothing with the quote is held.

Where an article names no outlet for the words, says nothing else of where it had them, and relies
on such an outlet, directly or through articles that do not print the quote, that outlet may be the
parent of all of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from quotesdb.provenance.held import Held, reliances
from quotesdb.provenance.joining import Bond
from quotesdb.provenance.links import Links
from quotesdb.provenance.rules import Rule


def hidden_parents(held: Held, links: Links) -> dict[str, list[int]]:
    """The outlets on which two appearances or more hang; each appearance hangs on one.

    On the one that most hang on: drawing on two hidden outlets makes these no less independent.
    """
    search = _Search(held)
    candidates = {place: search.outlets_of(place) for place in links.leading_nowhere}
    hanging = Counter(outlet for outlets in candidates.values() for outlet in outlets)
    found: dict[str, list[int]] = defaultdict(list)
    for place, outlets in candidates.items():
        if outlets:
            found[min(outlets, key=lambda it: (-hanging[it], it))].append(place)
    return {outlet: places for outlet, places in sorted(found.items()) if len(places) > 1}


def arrivals(parents: Mapping[str, list[int]]) -> Iterator[Bond]:
    """Each appearance joined with the first that hangs on the same outlet."""
    for outlet, (first, *others) in parents.items():
        for place in others:
            yield Bond(first, place, Rule.HIDDEN_PARENT, ("outlet", outlet))


class _Search:
    def __init__(self, held: Held):
        self.held = held
        self._of_third: dict[str, str | None] = {}

    def outlets_of(self, place: int) -> list[str]:
        """The hidden outlets that an appearance may hang on, without repeats."""
        own = self.held.own_outlets[place]
        article = self.held.appearances[place].article
        found: dict[str, None] = {}
        for entry in reliances(self.held, article, place, inferred=True):
            if entry.outlet:
                found[entry.outlet.key] = None
            elif entry.article and (behind := self._behind(entry.article)):
                found[behind] = None
        return [it for it in found if self._is_hidden(it) and (own is None or it != own.key)]

    def _is_hidden(self, outlet: str) -> bool:
        return outlet not in self.held.by_outlet

    def _behind(self, article: str) -> str | None:
        """The hidden outlet that an article without the quote is of, or relies on, or leads to."""
        path: dict[str, None] = {}
        here: str | None = article
        found: str | None = None
        while here and found is None and here not in path and here not in self.held.by_article:
            if here in self._of_third:
                found = self._of_third[here]
                break
            path[here] = None
            found, here = self._next(here)
        self._of_third.update(dict.fromkeys(path, found))
        return found

    def _next(self, article: str) -> tuple[str | None, str | None]:
        """The hidden outlet right behind an article, or else the article behind it."""
        entries = reliances(self.held, article, inferred=True)
        own = self.held.outlet_of(article)
        nearest = [own.key] if own else []
        nearest += sorted(it.outlet.key for it in entries if it.outlet)
        further = sorted(it.article for it in entries if it.article)
        hidden = next(filter(self._is_hidden, nearest), None)
        return hidden, further[0] if further else None
