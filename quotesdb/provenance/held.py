"""The facts of a quote, laid out for looking up."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from quotesdb.provenance.facts import Agent, Appearance, Article, Facts, Hop, Reliance


class Held:
    """Appearances by their place in the order of ids, articles by key, outlets by slug."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self.appearances = sorted(facts.appearances, key=lambda it: it.id)
        self.by_article = self._by_article()
        self._relied_on: dict[tuple[str, bool], list[Reliance]] = {}

    def _by_article(self) -> dict[str, list[int]]:
        """An article's appearances, those first that name an outlet: they speak for it."""
        found: dict[str, list[int]] = {}
        for place, appearance in enumerate(self.appearances):
            found.setdefault(appearance.article, []).append(place)
        for places in found.values():
            if len(places) > 1:
                places.sort(key=lambda it: first_outlet(self.appearances[it]) is None)
        return found

    def article(self, key: str) -> Article:
        """An article of which nothing is held but its key is still an article."""
        return self.facts.articles.get(key) or Article(key)

    def article_of(self, place: int) -> Article:
        return self.article(self.appearances[place].article)

    @cached_property
    def _stood_for(self) -> dict[str, Agent]:
        """Outlets that a chain names together with the very article, by that article.

        Where chains name several for one article, whose it is stays unknown.
        """
        named: dict[str, dict[str, Agent]] = defaultdict(dict)
        for appearance in self.appearances:
            for hop in appearance.chain:
                if hop.article and hop.speaker.is_outlet and hop.is_stated:
                    named[hop.article][hop.speaker.key] = hop.speaker
        pairs = ((key, agents.values()) for key, agents in named.items())
        return {key: agent for key, (agent, *others) in pairs if not others}

    def outlet_of(self, article: str) -> Agent | None:
        """Whose article it is, also where only a chain that names it says so."""
        return self.article(article).outlet or self._stood_for.get(article)

    @cached_property
    def own_outlets(self) -> list[Agent | None]:
        """The outlet of each appearance's article."""
        return [self.outlet_of(appearance.article) for appearance in self.appearances]

    @cached_property
    def by_outlet(self) -> dict[str, list[int]]:
        """An outlet's own appearances of the quote."""
        own: dict[str, list[int]] = defaultdict(list)
        for place, outlet in enumerate(self.own_outlets):
            if outlet:
                own[outlet.key].append(place)
        return dict(own)

    @cached_property
    def outlets(self) -> dict[str, Agent]:
        """Every outlet that the facts name."""
        return {agent.key: agent for agent in self._agents() if agent.is_outlet}

    def _agents(self) -> Iterable[Agent]:
        for appearance in self.appearances:
            yield from (hop.speaker for hop in appearance.chain)
        for article in self.facts.articles.values():
            yield from (reliance.outlet for reliance in article.relies_on if reliance.outlet)
            if article.outlet:
                yield article.outlet

    def when(self, place: int) -> tuple[date, int]:
        """For choosing the earliest of several: the undated come last."""
        return self.article_of(place).published_on or date.max, place

    @cached_property
    def linked(self) -> dict[int, list[Reliance]]:
        """Articles that stand for a hop that is no outlet: a ministry's statement, a post."""
        found: dict[int, list[Reliance]] = {}
        for place, appearance in enumerate(self.appearances):
            for hop in appearance.chain:
                if hop.article not in (None, appearance.article) and not hop.speaker.is_outlet:
                    entry = Reliance(article=hop.article, certainty=hop.certainty)
                    found.setdefault(place, []).append(entry)
        return found

    @cached_property
    def sharing_text(self) -> dict[str, set[str]]:
        """The articles with whose reports an article's own is the same in part."""
        found: dict[str, set[str]] = defaultdict(set)
        for it in self.facts.shared_texts:
            found[it.a].add(it.b)
            found[it.b].add(it.a)
        return dict(found)

    def relied_on(self, article: str, *, inferred: bool) -> list[Reliance]:
        """What an article relies on, but itself."""
        what = article, inferred
        if what not in self._relied_on:
            self._relied_on[what] = [
                it
                for it in self.article(article).relies_on
                if (inferred or it.is_stated) and it.article != article
            ]
        return self._relied_on[what]

    @cached_property
    def has_inferred_hops(self) -> bool:
        return any(not hop.is_stated for it in self.appearances for hop in it.chain)

    @cached_property
    def has_inferred_reliance(self) -> bool:
        return any(not it.is_stated for art in self.facts.articles.values() for it in art.relies_on)


def first_outlet(appearance: Appearance, *, inferred: bool = False) -> Hop | None:
    """The hop at which the words entered publication, by what the chain says."""
    return next(
        (hop for hop in appearance.chain if hop.speaker.is_outlet and (inferred or hop.is_stated)),
        None,
    )


def reliances(
    held: Held, article: str, place: int | None = None, *, inferred: bool = False
) -> list[Reliance]:
    """What an article relies on. For an appearance: also the articles that stand for its hops."""
    found = held.relied_on(article, inferred=inferred)
    if place is None or place not in held.linked:
        return found
    return found + [it for it in held.linked[place] if inferred or it.is_stated]
