"""Scoring a table of cases: what the rules answer against what an editor would."""

from collections.abc import Iterable
from dataclasses import dataclass

from quotesdb.provenance.cases import Case, Expected, Groups
from quotesdb.provenance.origins import Grouping, origins


@dataclass(frozen=True, slots=True)
class Miss:
    """One answer of one case that is not as expected. `which`: declared, inferred or warnings."""

    case: str
    which: str
    expected: str
    found: str
    why: str

    def __str__(self) -> str:
        told = f"{self.case}: {self.which}: expected {self.expected}, found {self.found}"
        return f"{told}\n    {' '.join(self.why.split())}" if self.why else told


@dataclass(frozen=True, slots=True)
class Score:
    """The misses among so many cases."""

    cases: int
    misses: tuple[Miss, ...]

    def right(self, which: str) -> int:
        return self.cases - len({miss.case for miss in self.misses if miss.which == which})

    @property
    def closing_line(self) -> str:
        return (
            f"{self.cases} cases: declared right in {self.right('declared')}, inferred right in "
            f"{self.right('inferred')}, warnings right in {self.right('warnings')}."
        )


def score(cases: Iterable[Case]) -> Score:
    scored = [misses(case) for case in cases]
    return Score(len(scored), tuple(miss for found in scored for miss in found))


def misses(case: Case) -> list[Miss]:
    """What is wrong with one case's answers."""
    answer = origins(case.facts)
    found = []
    for which, expected, grouping in (
        ("declared", case.declared, answer.declared),
        ("inferred", case.inferred, answer.inferred),
    ):
        groups = groups_of(case, grouping)
        if expected not in (groups, len(groups)):
            found.append(Miss(case.name, which, told(expected), told(groups), case.why))
    kinds = frozenset(str(warning.kind) for warning in answer.warnings)
    if case.warnings is not None and kinds != case.warnings:
        found.append(Miss(case.name, "warnings", _listed(case.warnings), _listed(kinds), case.why))
    return found


def groups_of(case: Case, grouping: Grouping) -> Groups:
    """The groups by the names that the table gives the appearances."""
    return frozenset(
        frozenset(case.names[appearance] for appearance in group.appearances)
        for group in grouping.groups
    )


def told(expected: Expected) -> str:
    """`2 (a b | c)`: the count, and the groups where they are known."""
    if isinstance(expected, int):
        return str(expected)
    groups = sorted(" ".join(sorted(group)) for group in expected)
    return f"{len(groups)} ({' | '.join(groups)})"


def _listed(kinds: frozenset[str]) -> str:
    return ", ".join(sorted(kinds)) or "none"
