"""Whom the names in a portion mean: all of them looked up at once, a query for each kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import QuerySet

from quotesdb.ingest.bulk.drafts import Draft, Reference
from quotesdb.ingest.bulk.hands import changed_by_hand
from quotesdb.lines.kinds import KINDS, NAMES
from quotesdb.lines.members import day_told
from quotesdb.lines.snapshot import rows
from quotesdb.models import ArticleText
from quotesdb.models.curated import CANNOT_BE_KEPT
from quotesdb.portions import portions
from quotesdb.prepared import among

BESIDE = {"article": "published_on", "appearance": "article_id", "speaker": "kind"}
"""By kind: what else the rules and the dates ask of a record that is named."""

NOT_AN_OUTLET = '"{name}" is a speaker, but not an outlet.'
UNKNOWN = '{kind} "{name}" is neither in the database nor in an earlier line.'


class Named(NamedTuple):
    """A record by its own id, and whom its name means: itself, or what it was merged into here."""

    id: int
    meant: int
    beside: Any = None
    survivor: str = ""


@dataclass(slots=True)
class Known:
    """By kind and name: what is held, and what this portion has made so far."""

    by_kind: dict[str, dict[str, Named]] = field(default_factory=lambda: defaultdict(dict))
    texts: dict[tuple[int, int], int] = field(default_factory=dict)

    def look_up(self, names: Mapping[str, set[str]]) -> None:
        for kind, wanted in names.items():
            for some in portions(keepable(wanted)):
                self.by_kind[kind] |= _held(kind, some)

    def look_up_texts(self, articles: Iterable[str]) -> None:
        """The versions of the texts of these articles."""
        numbers = {self.by_kind["article"][it].meant for it in articles if it in self["article"]}
        for some in portions(numbers):
            found = ArticleText.objects.filter(article__in=among(some)).order_by()
            for number, article, version in found.values_list("pk", "article", "version"):
                self.texts[article, version] = number

    def __getitem__(self, kind: str) -> Mapping[str, Named]:
        return self.by_kind[kind]

    def learn(self, kind: str, name: str, number: int, beside: Any = None) -> None:
        self.by_kind[kind][name] = Named(number, number, beside)

    def resolve(self, references: Sequence[Reference]) -> list[tuple[Any, str]]:
        """Fill in the ids; the paths and sentences of those that nobody has."""
        faults: list[tuple[Any, str]] = []
        for one in references:
            named = self.by_kind[one.kind].get(one.name)
            if named is None:
                faults.append((one.path, self._why_not(one)))
            else:
                one.row[one.column] = named.meant
        return faults

    def _why_not(self, one: Reference) -> str:
        if one.kind == "outlet" and one.name in self.by_kind["speaker"]:
            return NOT_AN_OUTLET.format(name=one.name)
        return UNKNOWN.format(kind=one.kind, name=one.name)


def keepable(names: Iterable[str]) -> Iterator[str]:
    """Those that a database can be asked for: no record has any other."""
    return (name for name in names if not CANNOT_BE_KEPT.search(name))


def names_in(drafts: Iterable[Draft]) -> dict[str, set[str]]:
    """All names of a portion, its own and those it mentions, by kind."""
    names: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        names[draft.kind.name].add(draft.name)
        for one in draft.references:
            names[one.kind].add(one.name)
    names["speaker"] |= names["outlet"]
    return names


def _held(kind: str, names: Sequence[str]) -> dict[str, Named]:
    """Records by name. One that was merged away here, by hand, leads to its survivor."""
    way, beside = NAMES[kind], BESIDE.get(kind, "id")
    model = KINDS[kind].model
    found: QuerySet[Any, Any] = model.objects.filter(
        **{f"{way}__in": among(names, "text")}
    ).order_by()
    into = [f"merged_into__{it}" for it in ("id", beside, way)]
    held, merged = {}, {}
    for name, number, other, survivor, its_other, called in rows(
        found.values_list(way, "id", beside, *into)
    ):
        held[name] = Named(number, number, day_told(other))
        if survivor is not None:
            merged[name] = Named(number, survivor, day_told(its_other), called)
    by_hand = changed_by_hand(model, [it.id for it in merged.values()]) if merged else ()
    return held | {name: it for name, it in merged.items() if it.id in by_hand}
