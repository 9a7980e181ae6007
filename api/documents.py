"""From a shape to the expression by which the database itself writes the answer.

The same declaration gives the serializers of `api.specification`; a test holds that both say the
same.
"""

from typing import Any

from django.db.models import Case, F, OuterRef, Q, When
from rest_framework import serializers

from api.json_functions import Array, Json, Moment, NullIfEmpty, Object, Truth
from api.selection import Selection
from api.shapes import Column, Held, Many, One, Shape, TextOrNull

AS_THEY_ARE = (
    serializers.IntegerField,
    serializers.FloatField,
    serializers.CharField,
    serializers.ChoiceField,
)
DATES = (serializers.DateField,)
"""Both engines write a day as ISO 8601 has it."""


def document_of(shape: Shape, wanted: Selection, prefix: str = "") -> Object:
    """The wanted fields of a row, or of what it refers to by `prefix`, as one JSON object."""
    return Object(
        {
            field.name: _value_of(field, wanted[field.name], prefix)
            for field in shape.fields
            if field.name in wanted
        }
    )


def _value_of(field: Any, inside: Selection, prefix: str) -> Any:
    match field:
        case Column():
            return _column(field, prefix)
        case One():
            return _one(field, inside, prefix)
        case Many():
            return _many(field, inside, prefix)
        case _:
            raise TypeError(f"{field!r} is no field of a shape.")


def _column(column: Column, prefix: str) -> Any:
    given = F(prefix + column.source) if column.expression is None else column.expression
    match column.type:
        case TextOrNull():
            return NullIfEmpty(given)
        case serializers.BooleanField():
            return Truth(given)
        case serializers.DateTimeField():
            return Moment(given)
        case Held():
            return given if column.expression is not None else Json(given)
        case kind if isinstance(kind, (*AS_THEY_ARE, *DATES)):
            return given
        case kind:
            raise TypeError(f"{column.name}: how {kind!r} is written as JSON is not known.")


def _one(one: One, inside: Selection, prefix: str) -> Case:
    path = prefix + one.source
    there = Q(**{f"{path}_id__isnull": False})
    if one.visible_if:
        there &= Q(**{prefix + one.visible_if: True})
    return Case(When(there, then=document_of(one.shape, inside, f"{path}__")))


def _many(many: Many, inside: Selection, prefix: str) -> Array:
    rows = many.rows().filter(**{many.by: OuterRef(f"{prefix}pk")}).order_by(*many.order)
    if many.only:
        column: Any = many.shape.field(many.only)
        return Array(rows.values(item=F(column.source)), plain=True)
    return Array(rows.values(item=document_of(many.shape, inside)), plain=False)
