"""What the articles that an article relies on lead to, through third ones too.

Third articles are those that do not print the quote. Each is graded once, from its goals
backwards, breadth first, so that a thousand articles on one wire text cost no more than it does.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import dropwhile

from quotesdb.provenance.facts import Reliance
from quotesdb.provenance.held import Held, reliances
from quotesdb.vocabulary import RelianceKind

Target = tuple[str, str]
Grade = tuple["Leads", int]


class Leads(IntEnum):
    """Where a reliance leads; the best comes first."""

    TO_AN_APPEARANCE = 0
    TO_A_KNOWN_OUTLET = 1
    NOWHERE = 2


class Reaching:
    """Chooses, of all that an article relies on, the one thing it had the words from."""

    def __init__(self, held: Held, known_outlets: set[str], *, inferred: bool):
        self.held = held
        self.known_outlets = known_outlets
        self.inferred = inferred
        self._relied_on_by = self._third_articles_relying()
        self._grades: dict[str, Grade] = {}
        self._ends: dict[str, str] = {}
        self._spread(Leads.TO_AN_APPEARANCE, held.by_article)
        self._spread(Leads.TO_A_KNOWN_OUTLET, filter(self._touches_known, held.facts.articles))

    def _third_articles_relying(self) -> dict[str, list[str]]:
        relying: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.held.facts.articles.keys() - self.held.by_article.keys()):
            for entry in reliances(self.held, key, inferred=self.inferred):
                if entry.article:
                    relying[entry.article].append(key)
        return relying

    def _touches_known(self, article: str) -> bool:
        own = self.held.outlet_of(article)
        return (own is not None and own.key in self.known_outlets) or any(
            it.outlet and it.outlet.key in self.known_outlets
            for it in reliances(self.held, article, inferred=self.inferred)
        )

    def _spread(self, leads: Leads, goals: Iterable[str]) -> None:
        waiting = deque((key, 0) for key in sorted(goals) if key not in self._grades)
        self._grades.update((key, (leads, 0)) for key, _ in waiting)
        while waiting:
            key, steps = waiting.popleft()
            for relying in self._relied_on_by.get(key, ()):
                if relying not in self._grades:
                    self._grades[relying] = leads, steps + 1
                    waiting.append((relying, steps + 1))

    def leads_nowhere(self, target: Target) -> bool:
        return target[0] == "article" and target[1] not in self._grades

    def choices(self, article: str, entries: Sequence[Reliance]) -> list[Target]:
        """Articles that lead to the quote, then outlets that are known; if none, any articles.

        A reprint counts before a mere citation, and what shares text before what does not; the key
        decides between equals. What leads back to the very outlet that relies on it says nothing
        new.
        """
        own, alike = self.held.outlet_of(article), self.held.sharing_text.get(article, ())
        own_outlet = own.key if own else None
        ranked = (
            (
                (leads, self._is_own(it, own_outlet), it.kind is RelianceKind.CITES),
                (it.article not in alike, steps, _target(it)),
            )
            for it, (leads, steps) in self._graded(entries, own_outlet)
        )
        return self._of_use([target for _, (*_, target) in sorted(ranked)])

    def onwards(self, article: str) -> list[Target]:
        """Where a third article leads: to the quote, else to its own outlet, else further.

        The nearest comes first, so that third articles never lead one another astray. Where nothing
        leads to the quote and the way forks, it ends.
        """
        entries = reliances(self.held, article, inferred=self.inferred)
        ranked = sorted(
            {
                (*grade, it.kind is RelianceKind.CITES, _target(it))
                for it, grade in self._graded(entries, None)
            }
        )
        leads, _ = self._grades.get(article, (Leads.NOWHERE, 0))
        if leads is Leads.NOWHERE and len(ranked) > 1 and ranked[0][:-1] == ranked[1][:-1]:
            return []
        further = self._of_use([it[-1] for it in ranked])
        own = self.held.outlet_of(article)
        if own is None or own.key not in self.known_outlets:
            return further
        published_by: Target = "outlet", own.key
        return (
            [*further, published_by]
            if leads is Leads.TO_AN_APPEARANCE
            else [published_by, *further]
        )

    def _of_use(self, targets: Sequence[Target]) -> list[Target]:
        """Only what leads to the quote, if anything does. Each once."""
        leading = [it for it in targets if not self.leads_nowhere(it)]
        return list(dict.fromkeys(leading or targets))

    def end(self, article: str) -> str:
        """The last of the articles that one leads to, where none has the quote; of a loop any."""
        path: dict[str, None] = {}
        here = article
        while here not in self._ends and here not in path:
            path[here] = None
            target = next(iter(self.onwards(here)), None)
            if target is None or target[0] == "outlet":
                break
            here = target[1]
        found = self._ends.get(here) or min(_from(here, path), default=here)
        self._ends.update(dict.fromkeys(path, found))
        return found

    def _graded(
        self, entries: Iterable[Reliance], own_outlet: str | None
    ) -> Iterator[tuple[Reliance, Grade]]:
        for entry in entries:
            if grade := self._grade(entry, own_outlet):
                yield entry, grade

    def _grade(self, entry: Reliance, own_outlet: str | None) -> Grade | None:
        if entry.outlet:
            usable = entry.outlet.key in self.known_outlets and entry.outlet.key != own_outlet
            return (Leads.TO_A_KNOWN_OUTLET, 0) if usable else None
        leads, steps = self._grades.get(entry.article or "", (Leads.NOWHERE, 0))
        if self._is_own(entry, own_outlet) and leads is not Leads.TO_AN_APPEARANCE:
            return None
        return leads, steps + 1

    def _is_own(self, entry: Reliance, own_outlet: str | None) -> bool:
        """Whether an article is one of the very outlet that relies on it."""
        own = self.held.outlet_of(entry.article) if entry.article else None
        return own is not None and own.key == own_outlet


def _from(here: str, path: Iterable[str]) -> list[str]:
    """What of a path comes from `here` on."""
    return list(dropwhile(lambda it: it != here, path))


def _target(entry: Reliance) -> Target:
    if entry.outlet:
        return "outlet", entry.outlet.key
    return "article", entry.article or ""
