"""The values that a merge set, back to what stood there; unless somebody has set others since."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from quotesdb import acts, faults
from quotesdb.merging.handing_on import NOTHING_ELSE, hand_on
from quotesdb.merging.lineage import downstream
from quotesdb.merging.places import BY_COLUMN
from quotesdb.merging.remembering import Spot, hand_over, named_by, take_up
from quotesdb.merging.rewriting import Rewriting, fresh
from quotesdb.models import Merge
from quotesdb.refusals import Refusal, Refused

CANNOT = "As things stand {name} cannot have back what it had: {sentence}"


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    is_plain = value is None or isinstance(value, str | int | bool)
    return value if is_plain else DjangoJSONEncoder().default(value)


def restore(merge: Merge, rows: Rewriting) -> None:
    """Put values back; those that were set anew since stay.

    Where a later merge has set them anew, it will put back what stood there before this one.
    Raises Refused where a row would break a constraint by that.
    """
    set_by_this = _set_by(merge)

    def before_this(spot: Spot, found: Any) -> Any:
        before, after = set_by_this.get(spot, (None, NOTHING_ELSE))
        return before if after is not NOTHING_ELSE and _is_of(spot, found, after) else NOTHING_ELSE

    handed_on = hand_on(merge, before_this)
    for spot, later in handed_on.items():
        hand_over(merge, later, spot)
    by_row: dict[tuple[str, int], dict[Spot, tuple[Any, Any]]] = {}
    for spot, values in set_by_this.items():
        if spot not in handed_on:
            by_row.setdefault((spot.model, spot.row), {})[spot] = values
    for (name, number), told in by_row.items():
        for row in fresh(apps.get_model("quotesdb", name), [number]):
            _restore(merge, row, told, rows)
    merge.set_aside.all().delete()


def _set_by(merge: Merge) -> dict[Spot, tuple[Any, Any]]:
    """What stood at a spot before the merge and after it; what was set last comes first."""
    found: dict[Spot, tuple[Any, Any]] = {}
    for *at, before, after in reversed(merge.values):
        spot = Spot(*at)
        found[spot] = (before, found[spot][1] if spot in found else after)
    return found


def _restore(
    merge: Merge, row: models.Model, told: Mapping[Spot, tuple[Any, Any]], rows: Rewriting
) -> None:
    before = {
        spot.column: _field(row, spot).to_python(take_up(merge, spot, value))
        for spot, (value, after) in told.items()
        if _is_of(spot, plain(getattr(row, spot.column)), after)
    }
    if not before:
        return
    tried = copy(row)
    for column, value in before.items():
        setattr(tried, column, value)
    name = acts.name_of(row)
    found = [CANNOT.format(name=row, sentence=sentence) for _, sentence in faults.of_row(tried)]
    if found:
        raise Refused([Refusal(*name, (), sentence) for sentence in found])
    rows.change([row], before)


def _is_of(spot: Spot, found: Any, after: Any) -> bool:
    """Whether what was set is what was found there since, or was merged into that."""
    if found == after or after is None:
        return bool(found == after)
    place = BY_COLUMN.get((spot.model, spot.column))
    return place is not None and found in downstream(named_by(place).value, after)


def _field(row: models.Model, spot: Spot) -> Any:
    return row._meta.get_field(spot.column)
