"""What is wrong with seed files, one sentence a place."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MOST = 1000
"""Mistakes told of one file. With more it is most likely something else than a seed file."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong on one line of one file, and what was expected there."""

    file: Path
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}: {self.sentence}"


class BadSeeds(Exception):
    """Seed files that cannot be read, with every mistake in them."""

    def __init__(self, mistakes: Iterable[Mistake]):
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))


def first(mistakes: Iterable[Mistake]) -> list[Mistake]:
    """The mistakes of one file, or as many of them as anybody reads."""
    told = sorted(set(mistakes))
    if len(told) > MOST:
        told[MOST:] = [Mistake(told[0].file, told[MOST].line, "more mistakes from here on")]
    return told


def printable(file: Path) -> str:
    """The name of a file, even one that is not UTF-8, as text that any terminal takes."""
    return os.fsencode(file).decode("utf-8", "backslashreplace")
