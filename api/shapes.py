"""What an answer contains: declared once, for reading, for `fields=`, and for the schema.

A shape is a list of fields. Each says its name, its type, and where it comes from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from django.db.models import QuerySet
from django.db.models.expressions import BaseExpression, Combinable
from rest_framework import serializers


class TextOrNull(serializers.CharField):
    """Text for which the empty string of the database means "not known": `null` outside."""

    def __init__(self, **options):
        super().__init__(allow_null=True, **options)

    def to_representation(self, value):
        return super().to_representation(value) if value else None


class Held(serializers.Field):
    """JSON as the database holds it, or makes it. A subclass says in the schema what is in it."""

    def to_representation(self, value):
        return orjson.loads(value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Column:
    """A plain value: a column of the row, or of one that it refers to, or an expression."""

    name: str
    type: serializers.Field
    path: str = ""
    expression: BaseExpression | Combinable | None = None

    @property
    def source(self) -> str:
        """The name under which the query gives it."""
        return f"_{self.name}" if self.expression is not None else self.path or self.name

    @property
    def null_if_empty(self) -> bool:
        return isinstance(self.type, TextOrNull)


@dataclass(frozen=True, slots=True)
class One:
    """A record that the row refers to. With `visible_if`, only where that column is true."""

    name: str
    shape: "Shape"
    path: str = ""
    visible_if: str = ""
    help_text: str = ""

    @property
    def source(self) -> str:
        return self.path or self.name


@dataclass(frozen=True, slots=True)
class Many:
    """The records that refer to the row by `by`, in order: one more query for the whole page.

    With `only`, a list of that field's plain values. Not `in_lists`: given in a list only to those
    who ask for it with `fields=`.
    """

    name: str
    shape: "Shape"
    rows: Callable[[], QuerySet]
    by: str
    order: tuple[str, ...]
    only: str = ""
    in_lists: bool = True
    help_text: str = ""


Field = Column | One | Many


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """The fields of one kind of answer. `name` is what the schema calls it.

    Equal only to itself: what is made of it is remembered by it.
    """

    name: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises KeyError where there is none.
        """
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def expressions(self) -> dict[str, Any]:
        """The annotations that its columns need."""
        return {
            field.source: field.expression
            for field in self.fields
            if isinstance(field, Column) and field.expression is not None
        }
