"""What one that is measured has to tell of itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from tests.benchmarks.side_by_side.databases import Database
from tests.benchmarks.side_by_side.questions import Given

Found = list[Any]
"""What an answer has found, so that the answers of all can be compared."""


class Peer(Protocol):
    name: str
    title: str
    engines: Sequence[str]

    def command(self, database: Database, port: int, work: Path) -> list[str]:
        """What starts its server."""
        ...

    def environment(self, database: Database) -> dict[str, str]: ...

    def address(self, question: str, given: Given) -> str | None:
        """The path that asks; None: it has no answer to that."""
        ...

    def found(self, question: str, answer: Any) -> Found: ...
