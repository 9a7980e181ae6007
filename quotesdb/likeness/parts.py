"""Numbers sorted out into parts, in memory that is bounded.

As in a sort by distribution on tape (Knuth, The Art of Computer Programming, 5.4.7): what is too
much is put aside in a file, part by part, and read back when its part has its turn.
"""

from array import array
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Any, Literal

MOST_HELD = 1 << 20
"""Numbers in memory, four or eight bytes each."""


class Parts:
    """Numbers by part, to be filled and then gone through, of the type as `array` names it. A
    context."""

    def __init__(self, many: int, kind: Literal["I", "Q"] = "I") -> None:
        self.held = [array(kind) for _ in range(many)]
        self._aside: list[list[tuple[int, int]]] = [[] for _ in self.held]
        # There is no file before anything is written to it.
        self._file: Any = SpooledTemporaryFile(max_size=1)  # noqa: SIM115 (__exit__ closes it)

    def __enter__(self) -> "Parts":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put_aside(self) -> None:
        """Let none of the numbers so far be in memory."""
        for part, aside in zip(self.held, self._aside, strict=True):
            aside.append((self._file.tell(), len(part)))
            part.tofile(self._file)
            del part[:]

    def __iter__(self) -> Iterator["array[int]"]:
        """Each part, as it was filled; when the next one is asked for, it is forgotten."""
        for part, aside in zip(self.held, self._aside, strict=True):
            last = part[:]
            del part[:]
            for start, many in aside:
                self._file.seek(start)
                part.fromfile(self._file, many)
            part.extend(last)
            yield part
            del part[:]
