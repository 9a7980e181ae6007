"""What became of every line of a dataset: the book that a loss report is printed from."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

EXAMPLES = 5
LONGEST = 80
MOST_KINDS = 500
"""Different sentences of one sort; a file of anything cannot fill the memory with new ones."""

OTHERS = "other things, of which no more kinds are told"


class Fate(StrEnum):
    """What became of a line as a whole; each line has exactly one."""

    IMPORTED = "imported"
    SAME = "same"
    DIRT = "dirt"
    LEFT_OUT = "left_out"
    REFUSED = "refused"


class Unusable(Exception):
    """Nothing can be made of this line: it is dirt as a whole."""

    def __init__(self, sentence: str, shown: object = ""):
        self.sentence, self.shown = sentence, shown
        super().__init__(sentence)


class LeftOut(Unusable):
    """This line could be read and was not wanted."""


@dataclass(frozen=True, slots=True)
class Example:
    """Where something was found, and what it looked like."""

    file: str
    line: int
    shown: str


@dataclass(slots=True)
class Tally:
    """How often, with the first few places."""

    count: int = 0
    examples: list[Example] = field(default_factory=list)


@dataclass(slots=True)
class Ledger:
    """Counts lines by fate, and what was lost of them; `file` and `line` say where we are.

    `lost`: what the format had and we do not keep. `dirt`: what was broken. `left_out`: what was
    not wanted. `refused`: what the writers refused. Each is told by a sentence.
    """

    file: str = ""
    line: int = 0
    read: int = 0
    fates: dict[Fate, int] = field(default_factory=lambda: dict.fromkeys(Fate, 0))
    lost: dict[str, Tally] = field(default_factory=dict)
    dirt: dict[str, Tally] = field(default_factory=dict)
    left_out: dict[str, Tally] = field(default_factory=dict)
    refused: dict[str, Tally] = field(default_factory=dict)

    def lose(self, what: str, shown: object = "") -> None:
        """The format had this, and it is not kept."""
        self._count(self.lost, what, shown)

    def soil(self, what: str, shown: object = "") -> None:
        """This was broken; the line may be of use all the same."""
        self._count(self.dirt, what, shown)

    def refuse(self, what: str, shown: object) -> None:
        """The writers would not have this line."""
        self.fates[Fate.REFUSED] += 1
        self._count(self.refused, what, shown)

    def settle(self, fate: Fate) -> None:
        """A line that was brought."""
        self.fates[fate] += 1

    @contextmanager
    def reading(self, line: int) -> Iterator[None]:
        """One line: what is raised about it is written down, and the next one follows."""
        self.line = line
        self.read += 1
        try:
            yield
        except Unusable as reason:
            self._dismiss(reason)

    def dismiss(self, line: int, reason: Unusable) -> None:
        """A line that was read, and of which nothing is brought."""
        self.line = line
        self.read += 1
        self._dismiss(reason)

    def _dismiss(self, reason: Unusable) -> None:
        is_left_out = isinstance(reason, LeftOut)
        self.fates[Fate.LEFT_OUT if is_left_out else Fate.DIRT] += 1
        tallies = self.left_out if is_left_out else self.dirt
        self._count(tallies, reason.sentence, reason.shown)

    def adds_up(self) -> bool:
        """Whether every line that was read has its fate."""
        return self.read == sum(self.fates.values())

    def _count(self, tallies: dict[str, Tally], what: str, shown: object) -> None:
        if what not in tallies and len(tallies) >= MOST_KINDS:
            what = OTHERS
        tally = tallies.setdefault(what, Tally())
        tally.count += 1
        if len(tally.examples) < EXAMPLES:
            tally.examples.append(Example(self.file, self.line, example_of(shown)))


def example_of(value: object) -> str:
    """What stood there, on one line and not for long, in letters that any file takes."""
    text = value[: 4 * LONGEST] if isinstance(value, str) else repr(value)[: 4 * LONGEST]
    text = " ".join(text.encode("utf-8", "backslashreplace").decode().split())
    text = "".join(letter if letter.isprintable() else "�" for letter in text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
