"""The values that a merge set, back to what stood there; unless somebody has set others since."""

from collections.abc import Sequence
from copy import copy
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from quotesdb import acts, faults
from quotesdb.merging.handing_on import NOTHING_ELSE, Spot, hand_on
from quotesdb.merging.lineage import downstream
from quotesdb.merging.places import KINDS
from quotesdb.merging.rewriting import Rewriting, fresh
from quotesdb.models import Merge
from quotesdb.refusals import Refusal, Refused

KIND_OF = {model: kind.value for kind, model in KINDS.items()}

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
        return before if found == after else NOTHING_ELSE

    handed_on = hand_on(merge, before_this)
    by_row: dict[tuple[str, int], list[tuple[str, Any, Any]]] = {}
    for spot, (before, after) in set_by_this.items():
        if spot not in handed_on:
            name, number, column = spot
            by_row.setdefault((name, number), []).append((column, before, after))
    for (name, number), told in by_row.items():
        for row in fresh(apps.get_model("quotesdb", name), [number]):
            _restore(row, told, rows)


def _set_by(merge: Merge) -> dict[Spot, tuple[Any, Any]]:
    """What stood at a spot before the merge and after it; what was set last comes first."""
    found: dict[Spot, tuple[Any, Any]] = {}
    for name, number, column, before, after in reversed(merge.values):
        spot = (name, number, column)
        found[spot] = (before, found[spot][1] if spot in found else after)
    return found


def _restore(row: models.Model, told: Sequence[tuple[str, Any, Any]], rows: Rewriting) -> None:
    before = {
        column: _field(row, column).to_python(value)
        for column, value, after in told
        if _is_still(row, column, after)
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


def _is_still(row: models.Model, column: str, after: Any) -> bool:
    """Whether what was set stands there still, or what it was merged into since."""
    held = plain(getattr(row, column))
    if held == after or after is None:
        return bool(held == after)
    kind = KIND_OF.get(_field(row, column).related_model)
    return kind is not None and held in downstream(kind, after)


def _field(row: models.Model, column: str) -> Any:
    return row._meta.get_field(column)
