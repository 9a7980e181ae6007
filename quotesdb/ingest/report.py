"""What an import did, or would have done."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that curators changed by hand, and that the file still (or now) says otherwise.

    `field` is empty where the whole record was deleted or merged away; `held` then says which.
    """

    kind: str
    key: str
    field: str
    files: Any
    held: Any
    settled_for: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that was brought once and that the files no longer have. It stays."""

    kind: str
    key: str
    file: str


@dataclass(slots=True)
class Report:
    """Counts by kind and outcome ("new", "changed", "unchanged"), and what needs a person."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    conflicts: list[Conflict] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    texts: Counter[str] = field(default_factory=Counter)

    @property
    def wrote(self) -> bool:
        """Whether anything curated is new or changed."""
        outcomes = [outcome for (_, outcome), count in self.counts.items() if count]
        return self.texts["new"] > 0 or any(outcome != "unchanged" for outcome in outcomes)
