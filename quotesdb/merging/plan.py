"""What a merge would do: computed once, shown before, and carried out as it was shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from quotesdb.merging.places import PLACES, Place, kind_of
from quotesdb.models import Curated

LOSER, SURVIVOR = "loser", "survivor"
ONE, BOTH = "one", "both"


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where the two differ, and somebody may say what shall hold.

    Without `default` somebody must. `chosen` is what holds; None: nobody has said.
    """

    name: str
    sentence: str
    shown: tuple[tuple[str, str], ...]
    """Each option, and what it comes to, for people."""

    default: str | None
    chosen: str | None

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(option for option, _ in self.shown)


@dataclass(frozen=True, slots=True)
class Move:
    """Rows that will name the survivor; `staying` do not, for the survivor has the same."""

    place: Place
    rows: models.QuerySet[Any]
    staying: models.QuerySet[Any]


@dataclass(slots=True)
class Plan:
    """One record into another, with all that this takes, and all that stands against it."""

    loser: Curated
    survivor: Curated
    choices: list[Choice] = field(default_factory=list)
    values: list[tuple[Curated, str, Any]] = field(default_factory=list)
    """Row, column, and the value that it shall have; in this order."""

    parts: list["Plan"] = field(default_factory=list)
    """What is merged along with them."""

    notes: list[str] = field(default_factory=list)
    """What somebody should look at afterwards."""

    refusals: list[str] = field(default_factory=list)

    def all(self) -> Iterator["Plan"]:
        """This, and what goes along, however deep."""
        yield self
        for part in self.parts:
            yield from part.all()

    def all_choices(self) -> list[Choice]:
        return [choice for plan in self.all() for choice in plan.choices]

    def moves(self) -> Iterator[Move]:
        """The rows of every place, asked for when they are looked at."""
        for place in PLACES[kind_of(self.loser)]:
            yield _move(place, self.loser.pk, self.survivor.pk)


def _move(place: Place, loser: int, survivor: int) -> Move:
    rows = place.naming(loser)
    if not place.once_beside:
        return Move(place, rows, rows.none())
    same = place.model._base_manager.filter(
        **{place.column: survivor, place.once_beside: models.OuterRef(place.once_beside)}
    )
    return Move(place, rows.filter(~models.Exists(same)), rows.filter(models.Exists(same)))


def undecided(choices: Sequence[Choice]) -> list[Choice]:
    """Those about which somebody has to say something."""
    return [choice for choice in choices if choice.chosen is None]
