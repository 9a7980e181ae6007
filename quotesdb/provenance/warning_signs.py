"""What gives pause in the chains of a quote. A warning changes no count."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from quotesdb.provenance.circles import circles
from quotesdb.provenance.facts import Appearance
from quotesdb.provenance.held import Held, first_outlet, reliances
from quotesdb.provenance.joining import Forest
from quotesdb.provenance.sentences import article_name


class WarningKind(StrEnum):
    """What is odd about a chain or a reliance."""

    OUTLET_TWICE = "outlet_twice"
    RELIANCE_CIRCLE = "reliance_circle"
    CITED_BACK = "cited_back"
    HIDDEN_PARENT = "hidden_parent"
    SHORTENED_CHAIN = "shortened_chain"


@dataclass(frozen=True, slots=True)
class Warning:
    """One oddity, told to a reader, and the ids of the appearances that it is seen in."""

    kind: WarningKind
    sentence: str
    appearances: tuple[int, ...]


def warnings_of(
    held: Held, parents: Mapping[str, list[int]], declared: Forest
) -> tuple[Warning, ...]:
    signs = _Signs(held, parents, declared)
    return (
        *signs.outlets_twice(),
        *signs.reliance_circles(),
        *signs.cited_back(),
        *signs.hidden_parents(),
        *signs.shortened_chains(),
    )


class _Signs:
    def __init__(self, held: Held, parents: Mapping[str, list[int]], declared: Forest):
        self.held, self.parents, self.declared = held, parents, declared

    def _ids(self, places: Iterable[int]) -> tuple[int, ...]:
        return tuple(self.held.appearances[place].id for place in sorted(places))

    def _outlet(self, key: str) -> str:
        return self.held.outlets[key].name

    def outlets_twice(self) -> Iterator[Warning]:
        for appearance in self.held.appearances:
            for key in _repeated(appearance):
                article = article_name(self.held, appearance.article)
                sentence = f"{self._outlet(key)} stands on the chain of {article} more than once."
                yield Warning(WarningKind.OUTLET_TWICE, sentence, (appearance.id,))

    def reliance_circles(self) -> Iterator[Warning]:
        arrows = {
            key: [it.article for it in reliances(self.held, key, inferred=True) if it.article]
            for key in sorted(self.held.facts.articles)
        }
        for circle in circles(arrows):
            names = " and ".join(article_name(self.held, key) for key in circle[:5])
            more = f" and {len(circle) - 5} more" if len(circle) > 5 else ""
            sentence = f"{names}{more} rely on one another in a circle."
            places = [place for key in circle for place in self.held.by_article.get(key, ())]
            yield Warning(WarningKind.RELIANCE_CIRCLE, sentence, self._ids(places))

    def cited_back(self) -> Iterator[Warning]:
        """Outlets whose own reports name one another, two of them or a longer round."""
        naming: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for place, own in enumerate(self.held.own_outlets):
            for hop in self.held.appearances[place].chain:
                if own and hop.speaker.is_outlet and hop.speaker.key != own.key:
                    naming[own.key][hop.speaker.key].append(place)
        for circle in circles({key: list(naming[key]) for key in sorted(naming)}):
            inside = set(circle)
            places = {
                place
                for key in circle
                for named, at in naming[key].items()
                if named in inside
                for place in at
            }
            names = ", ".join(map(self._outlet, circle))
            sentence = f"The reports of {names} name one another: who was first cannot be told."
            yield Warning(WarningKind.CITED_BACK, sentence, self._ids(places))

    def hidden_parents(self) -> Iterator[Warning]:
        for outlet, places in self.parents.items():
            groups = len({self.declared.sets.find(place) for place in places})
            if groups > 1:
                sentence = (
                    f"{groups} groups hang on {self._outlet(outlet)}, of which no article with "
                    "these words is held."
                )
                yield Warning(WarningKind.HIDDEN_PARENT, sentence, self._ids(places))

    def shortened_chains(self) -> Iterator[Warning]:
        """Some chains begin with an outlet that others say had the words from another one."""
        starting: dict[str, list[int]] = defaultdict(list)
        for place, appearance in enumerate(self.held.appearances):
            if hop := first_outlet(appearance):
                starting[hop.speaker.key].append(place)
        passing = self._passing(starting)
        for outlet, further in sorted(passing.items()):
            places = {*starting[outlet], *further}
            if len({self.declared.sets.find(place) for place in places}) > 1:
                name = self._outlet(outlet)
                sentence = (
                    f"Some chains begin with {name}; others say that {name} had the words from "
                    "another outlet. They may be one."
                )
                yield Warning(WarningKind.SHORTENED_CHAIN, sentence, self._ids(places))

    def _passing(self, starting: dict[str, list[int]]) -> dict[str, list[int]]:
        """Where outlets that some chains begin with stand further down, no report of them held."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, appearance in enumerate(self.held.appearances):
            stated = [hop.speaker.key for hop in appearance.chain if hop.speaker.is_outlet]
            for key in set(stated[1:]) - set(stated[:1]):
                if key in starting and key not in self.held.by_outlet:
                    found[key].append(place)
        return found


def _repeated(appearance: Appearance) -> list[str]:
    keys = [hop.speaker.key for hop in appearance.chain if hop.speaker.is_outlet]
    return sorted({key for key in keys if keys.count(key) > 1}) if len(keys) > 1 else []
