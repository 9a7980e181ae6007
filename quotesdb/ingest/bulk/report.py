"""What became of many records."""

import re
from collections import Counter
from dataclasses import dataclass, field

MOST = 1_000
"""Complaints that are kept to be read; all are counted."""

PARTICULAR = re.compile(r'"[^"]*"|\d+')


@dataclass(frozen=True, slots=True)
class Complaint:
    """A sentence about one record. `place` is where it stands: a line, or file and line."""

    place: str
    kind: str
    key: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.kind} {self.key}: {self.sentence}"


@dataclass(slots=True)
class BulkReport:
    """Counts by kind and outcome; what was refused and why; what was left as people made it.

    Outcomes are "new", "changed", "unchanged", "differing" and "refused".
    """

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    refusals: list[Complaint] = field(default_factory=list)
    differing: list[Complaint] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    """Sentences without the names and numbers in them, and how often each was said."""

    def refuse(self, complaint: Complaint) -> None:
        self.reasons[PARTICULAR.sub("…", complaint.sentence)] += 1
        if len(self.refusals) < MOST:
            self.refusals.append(complaint)

    def differ(self, complaint: Complaint) -> None:
        if len(self.differing) < MOST:
            self.differing.append(complaint)

    def add(self, other: "BulkReport") -> None:
        """What became of one more portion."""
        self.counts += other.counts
        self.reasons += other.reasons
        self.refusals += other.refusals[: MOST - len(self.refusals)]
        self.differing += other.differing[: MOST - len(self.differing)]

    def how_many(self, outcome: str) -> int:
        return sum(many for (_, it), many in self.counts.items() if it == outcome)
