"""What was measured, a line each, kept as it comes: an interrupted run goes on where it was."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """One window: `answers` within `seconds`, and the times of single ones in milliseconds.

    `processor` is in seconds; None where that is not known.
    """

    size: str
    engine: str
    question: str
    peer: str
    connections: int
    round: int
    answers: int
    seconds: float
    processor: float | None
    bytes: int
    p50: float
    p90: float
    p99: float
    unreachable: int
    refused: int
    timeouts: int
    slow: bool

    @property
    def key(self) -> tuple[str, str, str, str, int, int]:
        return (
            *(self.size, self.engine, self.question, self.peer),
            *(self.connections, self.round),
        )

    @property
    def rate(self) -> float:
        """Good answers in a second."""
        return max(0, self.answers - self.refused) / self.seconds

    @property
    def cost(self) -> float:
        """Milliseconds of the processor for one good answer; 0 where that is not known."""
        return 1_000 * (self.processor or 0) / max(1, self.answers - self.refused)

    @property
    def errors(self) -> int:
        return self.unreachable + self.refused + self.timeouts


ABOUT = ("note", "size", "engine", "question", "peer")
"""What tells one note from another."""


class Results:
    """A file of lines: cells, and notes on what else was found out."""

    def __init__(self, path: Path):
        self.path = path
        self.cells: list[Cell] = []
        self.notes: list[dict[str, Any]] = []
        for line in path.read_text().splitlines() if path.exists() else ():
            told = json.loads(line)
            if "note" in told:
                self._keep(told)
            else:
                self.cells.append(Cell(**told))
        self.held = {cell.key for cell in self.cells}

    def add(self, cell: Cell) -> None:
        self.cells.append(cell)
        self.held.add(cell.key)
        self._write(asdict(cell))

    def is_slow(self, key: tuple[Any, ...]) -> bool:
        """Whether a window of this sort, in whichever round, had to be made longer before."""
        return any(cell.slow for cell in self.cells if cell.key[:-1] == key[:-1])

    def note(self, note: str, **told: Any) -> None:
        self._keep({"note": note, **told})
        self._write(self.notes[-1])

    def noted(self, note: str) -> Iterable[dict[str, Any]]:
        return (it for it in self.notes if it["note"] == note)

    def _keep(self, note: dict[str, Any]) -> None:
        """In the place of what was noted before about the same."""
        self.notes = [it for it in self.notes if any(it.get(n) != note.get(n) for n in ABOUT)]
        self.notes.append(note)

    def _write(self, line: dict[str, Any]) -> None:
        with self.path.open("a") as file:
            file.write(json.dumps(line) + "\n")
