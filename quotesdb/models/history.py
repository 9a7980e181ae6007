"""Who changes what, when, why and through which door: kept for every curated row.

Rows of curated models are written inside an act (`acting`). Outside of one the history cannot
tell who did it, and the write is refused.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from quotesdb.vocabulary import Door, Happened


class NoAct(RuntimeError):
    """A curated row was about to be written by nobody, for no reason, through no door."""


@dataclass(frozen=True, slots=True)
class Act:
    """One deed of one person or importer: all rows that it writes share these facts."""

    door: Door
    by: Any = None
    why: str = ""
    at: datetime = field(default_factory=timezone.now)
    """Set when its turn has come: later than any act before it."""

    made: set[tuple[type[models.Model], int]] = field(default_factory=set)
    moved: set[tuple[type[models.Model], int]] = field(default_factory=set)
    """The rows from whose change other rows' columns follow; see `quotesdb.derived`."""

    named: set[int] = field(default_factory=set)
    """The speakers whose names, or who stands for them, were written."""

    quoted: set[int] = field(default_factory=set)
    """The speakers to whom quotes came, or from whom they went."""

    renamed: set[str] = field(default_factory=set)
    """The names that speakers went by until now."""

    told: dict[tuple[type[models.Model], int], Happened] = field(default_factory=dict)
    """What became of which record; see `quotesdb.changes`."""

    gone: dict[tuple[type[models.Model], int], tuple[str, int]] = field(default_factory=dict)
    """The names and last versions of the records that are no longer there."""


_current: ContextVar[Act | None] = ContextVar("current act", default=None)


@contextmanager
def acting(act: Act) -> Iterator[Act]:
    """Let all that is written inside belong to `act`."""
    token = _current.set(act)
    try:
        yield act
    finally:
        _current.reset(token)


def current_act() -> Act:
    """The act under way.

    Raises NoAct where there is none.
    """
    act = _current.get()
    if act is None:
        raise NoAct("Curated records are written through quotesdb.ingest and quotesdb.curation.")
    return act


def is_acting() -> bool:
    """Whether an act is under way."""
    return _current.get() is not None


def current_door() -> str:
    """The door of the act under way."""
    return current_act().door.value


class HistoryEntry(models.Model):
    """What every row of history has beside django-simple-history's own columns."""

    door = models.CharField(
        max_length=10, choices=[(door.value, door.value) for door in Door], default=current_door
    )

    class Meta:
        abstract = True


def _ask_for_the_act(sender: type[models.Model], *, raw: bool, **_: Any) -> None:
    if not raw:  # `loaddata` restores rows together with their history
        current_act()


class History(HistoricalRecords):
    """History that takes its author, reason, moment and door from the act under way."""

    def __init__(self, **options: Any):
        super().__init__(bases=[HistoryEntry], **options)

    def finalize(self, sender: type[models.Model], **options: Any) -> None:
        super().finalize(sender, **options)
        if sender is self.cls:
            # Before the row is written: what follows it is a transaction of its own.
            models.signals.pre_save.connect(_ask_for_the_act, sender=sender, weak=False)

    def get_history_user(self, instance: models.Model) -> Any:
        return current_act().by

    def get_change_reason_for_object(
        self, instance: models.Model, history_type: str, using: str | None
    ) -> str:
        return current_act().why

    def create_historical_record(
        self, instance: Any, history_type: str, using: str | None = None
    ) -> None:
        instance._history_date = current_act().at
        super().create_historical_record(instance, history_type, using)
