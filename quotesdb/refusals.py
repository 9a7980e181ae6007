"""How the writers say no: everything that is wrong at once, and where."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """One sentence about one place of one record.

    `path` leads from the record to the place: `("chain", 0, "speaker")`.
    """

    kind: str
    key: str
    path: tuple[str | int, ...]
    sentence: str

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.sentence}"


class Refused(Exception):
    """Nothing was written, for these reasons."""

    def __init__(self, refusals: Sequence[Refusal]):
        self.refusals = tuple(refusals)
        super().__init__("\n".join(map(str, self.refusals)))


class InUse(Refused):
    """It cannot be deleted, because something that stays refers to it."""


class Clash(Refused):
    """Somebody else has just written what cannot be beside this; to try again may help."""


class NotTheirs(Refused):
    """Whoever asks may not do that; others may."""


class Overtaken(Refused):
    """It is not as whoever asks has seen it: somebody has decided otherwise since."""
