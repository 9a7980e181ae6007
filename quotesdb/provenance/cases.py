"""Tables of chains with the answer a careful editor would give; `docs/origins.md` has the format.

`read` turns a table into facts and expected groups, or says everything that is wrong with it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quotesdb.provenance.facts import Appearance, Article, Facts, Hop, Reliance
from quotesdb.provenance.names import Names
from quotesdb.provenance.shared_texts import boilerplate, shared_texts
from quotesdb.provenance.table import BadTable, Part, load
from quotesdb.provenance.winnowing import fingerprint
from quotesdb.vocabulary import Certainty, Form, RelianceKind

Groups = frozenset[frozenset[str]]
Expected = int | Groups

CASE = ["case", "about", "outlets", "anonymous", "reference", "language", "boilerplate"]
CASE += ["articles", "also_held", "declared", "inferred", "warnings", "why"]
PRINTING = ["chain", "words", "form", "language", "translation"]
ARTICLE = ["outlet", "title", "published", "relies_on", "text", "retracted"]


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a table: the facts, what is expected of them, and why.

    `names` are the appearances as the table calls them, by id. `warnings` of `None` are not scored.
    """

    name: str
    facts: Facts
    names: Mapping[int, str]
    declared: Expected
    inferred: Expected
    warnings: frozenset[str] | None
    why: str


def read(text: str) -> list[Case]:
    """All cases of a table. Raises `BadTable` with every mistake in it."""
    table = load(text)
    table.only("outlets", "anonymous", "cases")
    names = Names(table.strings("outlets"), table.strings("anonymous"))
    cases: list[Case] = []
    mistakes: list[str] = []
    for row in table.parts("cases"):
        case = _CaseReader(row, names).case()
        cases.append(case)
        mistakes += row.mistakes
    mistakes += table.mistakes
    mistakes += [f"The case {name} stands in the table twice." for name in _twice(cases)]
    if mistakes or not cases:
        raise BadTable(mistakes or ["The table has no cases."])
    return cases


def _twice(cases: list[Case]) -> list[str]:
    names = [case.name for case in cases]
    return sorted({name for name in names if names.count(name) > 1})


class _CaseReader:
    def __init__(self, row: Part, names: Names):
        self.row = row
        row.only(*CASE)
        self.names = names.with_more(row.strings("outlets"), row.strings("anonymous"))
        self.articles = dict(row.named_parts("articles"))
        self.also_held = dict(row.named_parts("also_held"))
        self.called: dict[int, str] = {}

    def case(self) -> Case:
        facts = self._facts()
        warnings = self.row.strings("warnings") if "warnings" in self.row.fields else None
        return Case(
            self.row.string("case") or self.row.place,
            facts,
            self.called,
            self._expected("declared"),
            self._expected("inferred"),
            None if warnings is None else frozenset(warnings),
            self.row.string("why"),
        )

    def _facts(self) -> Facts:
        appearances = tuple(self._appearances())
        if both := self.articles.keys() & self.also_held.keys():
            self.row.wrong(f"{', '.join(sorted(both))} cannot stand in articles and in also_held")
        parts = {**self.articles, **self.also_held}
        return Facts(
            appearances,
            {key: self._article(key, part) for key, part in parts.items()},
            self.row.string("reference"),
            self.row.string("language") or "en",
            self._shared_texts(),
        )

    def _appearances(self) -> Iterator[Appearance]:
        for key, part in self.articles.items():
            part.only(*ARTICLE, *PRINTING, "appearances")
            printings = list(part.parts("appearances"))
            for number, printing in enumerate(printings or [part], start=1):
                if printings:
                    printing.only(*PRINTING)
                place = len(self.called) + 1
                self.called[place] = f"{key}.{number}" if printings else key
                yield self._appearance(place, key, printing)

    def _appearance(self, place: int, article: str, part: Part) -> Appearance:
        return Appearance(
            place,
            article,
            tuple(self._hop(it, part) for it in part.items("chain")),
            part.word("form", Form, Form.DIRECT),
            part.string("words"),
            part.string("language") or "en",
            part.flag("translation"),
        )

    def _hop(self, written: Any, part: Part) -> Hop:
        fields = part.item(written, "speaker", "inferred", "article")
        name, inferred = _unsure(fields.string("speaker"), fields)
        article = fields.string("article") or None
        if article and article not in self.articles and article not in self.also_held:
            fields.wrong(f"{article} is no article of this case")
        return Hop(self.names.agent(name, fields), certainty=inferred, article=article)

    def _article(self, key: str, part: Part) -> Article:
        if key in self.also_held:
            part.only(*ARTICLE)
        outlet = part.string("outlet")
        published = part.fields.get("published")
        if published is not None and not isinstance(published, date):
            part.wrong("published must be a date such as 2024-03-01")
        return Article(
            key,
            part.string("title"),
            self.names.outlet(outlet, part) if outlet else None,
            published if isinstance(published, date) else None,
            tuple(self._reliance(it, part) for it in part.items("relies_on")),
        )

    def _reliance(self, written: Any, part: Part) -> Reliance:
        fields = part.item(written, "source", "inferred", "kind")
        name, certainty = _unsure(fields.string("source"), fields)
        kind = fields.word("kind", RelianceKind, RelianceKind.CITES)
        if name in self.articles or name in self.also_held:
            return Reliance(article=name, kind=kind, certainty=certainty)
        return Reliance(outlet=self.names.outlet(name, fields), kind=kind, certainty=certainty)

    def _shared_texts(self) -> Any:
        texts = {key: text for key, part in self.articles.items() if (text := part.string("text"))}
        common = boilerplate([fingerprint(self.row.string("boilerplate"))], many=1)
        return tuple(shared_texts(texts, common))

    def _expected(self, which: str) -> Expected:
        written = self.row.fields.get(which)
        if isinstance(written, int) and not isinstance(written, bool):
            return written
        groups = [[str(it) for it in group] for group in self.row.lists(which)]
        named = [name for group in groups for name in group]
        if sorted(named) != sorted(self.called.values()):
            self.row.wrong(
                f"{which} must be a number, or groups that name each appearance once: "
                + ", ".join(self.called.values())
            )
        return frozenset(map(frozenset, groups))


def _unsure(name: str, fields: Part) -> tuple[str, Certainty]:
    """A name with a question mark behind it is inferred."""
    inferred = name.endswith("?") or fields.flag("inferred")
    return name.removesuffix("?").strip(), Certainty.INFERRED if inferred else Certainty.STATED
