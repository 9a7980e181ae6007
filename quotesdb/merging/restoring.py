"""The values that a merge set, back to what stood there; unless somebody has set others since."""

from collections.abc import Sequence
from copy import copy
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from quotesdb import acts, faults
from quotesdb.merging.rewriting import Rewriting, fresh
from quotesdb.models import Merge
from quotesdb.refusals import Refusal, Refused

CANNOT = "As things stand {name} cannot have back what it had: {sentence}"


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    is_plain = value is None or isinstance(value, str | int | bool)
    return value if is_plain else DjangoJSONEncoder().default(value)


def restore(merge: Merge, rows: Rewriting) -> None:
    """Put values back, the last that was set first; those that were set anew since stay.

    Raises Refused where a row would break a constraint by that.
    """
    by_row: dict[tuple[str, int], list[tuple[str, Any, Any]]] = {}
    for name, number, *told in reversed(merge.values):
        by_row.setdefault((name, number), []).append(tuple(told))
    for (name, number), told in by_row.items():
        for row in fresh(apps.get_model("quotesdb", name), [number]):
            _restore(row, told, rows)


def _restore(row: models.Model, told: Sequence[tuple[str, Any, Any]], rows: Rewriting) -> None:
    before = {
        column: _field(row, column).to_python(value)
        for column, value, after in told
        if plain(getattr(row, column)) == after
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


def _field(row: models.Model, column: str) -> Any:
    return row._meta.get_field(column)
