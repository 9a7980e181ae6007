"""Rows of curated records changed in an act: with history, and each version moved once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from typing import Any

from django.db import models

from quotesdb import acts, derived
from quotesdb.models import Candidate, Curated, Part

AT_ONCE = 1_000
"""Rows that are held in memory at one time."""


class Rewriting:
    """What one act does to rows, whichever they are."""

    def __init__(self) -> None:
        self._stepped: set[tuple[type[models.Model], int]] = set()

    def change(self, rows: Sequence[models.Model], values: Mapping[str, Any]) -> None:
        """Set columns of rows of one model, and move the versions of what they belong to."""
        before = [copy(row) for row in rows]
        for row in rows:
            for column, value in values.items():
                setattr(row, column, value)
        if rows:
            acts.revise_alike(rows, [*values, *self._step(before, rows)])
            _note(rows, before)

    def touch(self, records: Iterable[Curated]) -> None:
        """Move the versions of records of which something changed elsewhere."""
        by_model: dict[type[Curated], list[Curated]] = defaultdict(list)
        for row in records:
            if self._is_first(row):
                acts.step(row)
                by_model[type(row)].append(row)
        for rows in by_model.values():
            acts.revise_alike(rows, ["version", "updated_at"])
            for row in rows:
                derived.note(row, None)

    def remove(self, rows: Sequence[models.Model]) -> None:
        """Delete parts, one by one: each leaves its trace in the history."""
        self.touch_wholes(rows)
        for row in rows:
            row.delete()

    def add(self, rows: Sequence[models.Model]) -> None:
        """Write parts that were deleted, under the ids that they had."""
        acts.insert(rows)
        self.touch_wholes(rows)

    def touch_wholes(self, parts: Iterable[models.Model]) -> None:
        """Move the versions of the records that these are parts of."""
        self.touch(getattr(part, part.whole) for part in parts if isinstance(part, Part))

    def _step(self, before: Sequence[Any], rows: Sequence[Any]) -> list[str]:
        """Move the versions of rows of one model; gives the columns to write with them."""
        if isinstance(rows[0], Part):
            self.touch_wholes(before)
            return []
        for row in rows:
            if self._is_first(row):
                _step(row)
        return ["version"] if isinstance(rows[0], Candidate) else ["version", "updated_at"]

    def _is_first(self, row: models.Model) -> bool:
        told = (type(row), row.pk)
        is_first = told not in self._stepped
        self._stepped.add(told)
        return is_first


def fresh(model: type[Any], numbers: Sequence[int]) -> list[Any]:
    """Rows as they stand, each part with what it belongs to: a row changed before is not."""
    rows = model._base_manager.filter(pk__in=numbers).order_by("pk")
    return list(rows.select_related(model.whole) if issubclass(model, Part) else rows)


def _step(row: Any) -> None:
    if isinstance(row, Curated):
        acts.step(row)
    else:
        row.version += 1


def _note(rows: Sequence[models.Model], before: Sequence[models.Model]) -> None:
    """Let the act know from which rows others follow; of parts, their records are known."""
    for row, former in zip(rows, before, strict=True):
        if not isinstance(row, Part):
            derived.note(row, former)
