"""Whom a correction affects: all that lies downstream of the article or appearance it is about.

Downstream of an article are the appearances whose chain has it, the articles that rely on it, and
what is downstream of these. To name an outlet, or to rely on one, is no way down from its articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TypeVar

from quotesdb.provenance.facts import Facts
from quotesdb.vocabulary import Certainty, Way

Place = tuple[str, str | int]
"""An article and all that it prints; what lies onward from some of that; or an appearance."""

Arrival = tuple[int, Way, str]
"""After how many steps, how, and out of which article; the least is the best."""

Target = TypeVar("Target", str, int)


@dataclass(frozen=True, slots=True)
class Mark:
    """A correction by its id. It is about an article, an appearance, or else the whole quote."""

    id: int
    article: str | None = None
    appearance: int | None = None


@dataclass(frozen=True, slots=True)
class Affected:
    """That a mark comes to an appearance, and by which way: the shortest of the stated ones.

    Where every way takes an inferred step, the shortest of all. `through` is the article that the
    last step came from: the one on the appearance's chain, or that its own article relies on.
    """

    appearance: int
    mark: int
    way: Way
    certainty: Certainty = Certainty.STATED
    steps: int = 0
    through: str | None = None


def affected(facts: Facts, marks: Iterable[Mark]) -> list[Affected]:
    """All appearances that the marks come to, in order of their ids and the marks'."""
    marks = list(marks)
    downstream = Downstream(facts) if marks else None
    found = [it for mark in marks if downstream for it in downstream.of(mark)]
    return sorted(found, key=lambda it: (it.appearance, it.mark))


class Downstream:
    """One quote's facts, laid out for walking down from whatever is marked."""

    def __init__(self, facts: Facts):
        self.article_of = {it.id: it.article for it in facts.appearances}
        self.printed: dict[str, list[int]] = defaultdict(list)
        self.passed: dict[str, list[tuple[int, Certainty]]] = defaultdict(list)
        self.relying: dict[str, list[tuple[str, Certainty]]] = defaultdict(list)
        for it in facts.appearances:
            self.printed[it.article].append(it.id)
            for hop in it.chain:
                if hop.article:
                    self.passed[hop.article].append((it.id, hop.certainty))
        for article in facts.articles.values():
            for on in article.relies_on:
                if on.article:
                    self.relying[on.article].append((article.key, on.certainty))

    def of(self, mark: Mark) -> Iterator[Affected]:
        """What one mark comes to."""
        if mark.article is None and mark.appearance is None:
            yield from (Affected(it, mark.id, Way.QUOTE) for it in self.article_of)
            return
        stated = self._walk(mark, {Certainty.STATED})
        for number, (steps, way, through) in {**self._walk(mark, set(Certainty)), **stated}.items():
            certainty = Certainty.STATED if number in stated else Certainty.INFERRED
            yield Affected(number, mark.id, way, certainty, steps, through or None)

    def _walk(self, mark: Mark, certainties: set[Certainty]) -> dict[int, Arrival]:
        """The best arrival at each appearance (Dijkstra); a loop leads nowhere new."""
        reached: dict[Place, Arrival] = {}
        waiting = [((0, Way.OWN, ""), place) for place in self._starts(mark)]
        while waiting:
            arrival, place = heappop(waiting)
            if place not in reached:
                reached[place] = arrival
                for step in self._steps(place, arrival, certainties):
                    heappush(waiting, step)
        return {
            int(number): arrival for (sort, number), arrival in reached.items() if sort == "one"
        }

    def _starts(self, mark: Mark) -> Iterator[Place]:
        if mark.article is not None:
            yield "article", mark.article
        if mark.appearance in self.article_of:
            yield "one", mark.appearance

    def _steps(
        self, place: Place, arrival: Arrival, certainties: set[Certainty]
    ) -> Iterator[tuple[Arrival, Place]]:
        """From an article to what it prints; from what it prints to those who took it from there.

        Where only one of an article's appearances is affected, the others in it are not.
        """
        match place:
            case ("article", str(key)):
                yield from ((arrival, ("one", number)) for number in self.printed.get(key, ()))
                yield arrival, ("onward", key)
            case ("one", int(number)):
                yield arrival, ("onward", self.article_of[number])
            case ("onward", str(key)):
                steps = arrival[0] + 1
                for number in _surely(self.passed.get(key, ()), certainties):
                    yield (steps, Way.CHAIN, key), ("one", number)
                for article in _surely(self.relying.get(key, ()), certainties):
                    yield (steps, Way.RELIANCE, key), ("article", article)


def _surely(
    links: Iterable[tuple[Target, Certainty]], certainties: set[Certainty]
) -> Iterator[Target]:
    return (target for target, certainty in links if certainty in certainties)
