"""What a reader hands on: the records of one line, and what the reader is asked for."""

from dataclasses import dataclass

from quotesdb.records import Record


@dataclass(frozen=True, slots=True)
class Found:
    """The records of one line, each after those that it names."""

    file: str
    line: int
    name: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a dataset is wanted, and under which name its speakers without an id go."""

    dataset: str
    phases: str = "ABCDE"
    """Of Quotebank: see there."""
    shortest: int = 5
    """Words of a quotation that a machine found; fewer are mostly no speech."""
