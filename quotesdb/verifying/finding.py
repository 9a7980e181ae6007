"""What a check is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

OnRows = Callable[[int], Any]
"""Told now and then how many more rows were looked at."""

RECOUNT = "run manage.py recount"
REBUILD_SEARCH = "run manage.py rebuild_search"
REBUILD_LIKENESS = "run manage.py rebuild_likeness"
AT_THE_DESK = "save the record anew at the desk, or take it from a backup"
FROM_A_BACKUP = "restore a backup"


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong: where, and a sentence about it."""

    where: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold: the claim, what breaks it, and what mends that."""

    name: str
    claim: str
    mended_by: str
    find: Callable[[OnRows], Iterator[Wrong]]


def called(model: Any, number: Any) -> str:
    """What a row is called where it has no better name."""
    return f"{model._meta.verbose_name} {number}"
