"""The same answers by Django REST framework's serializers: slow, plain, and what the schema shows.

Reading goes by `api.reading`; a test holds that both give the same document.
"""

from copy import deepcopy
from functools import cache

from rest_framework import serializers

from api.shapes import Column, Many, One, Shape


class RecordSerializer(serializers.Serializer):
    """A record; inside another's answer only where that one's column `visible_if` is true."""

    def __init__(self, *arguments, visible_if="", **options):
        self.visible_if = visible_if
        super().__init__(*arguments, **options)

    def get_attribute(self, instance):
        if self.visible_if and not getattr(instance, self.visible_if):
            return None
        return super().get_attribute(instance)


@cache
def serializer_of(shape: Shape) -> type[serializers.Serializer]:
    """The serializer class that a shape declares. Every field may be left out by `fields=`."""
    fields = {field.name: _serializer_field(field) for field in shape.fields}
    return type(f"{shape.name}Serializer", (RecordSerializer,), fields)


def _serializer_field(field):
    match field:
        case Column():
            return _column(field)
        case One():
            return _one(field)
        case Many(only=only) if only:
            return _plain_values(field)
        case Many():
            return _many(field)


def _column(column):
    """The column's type, made anew: a serializer's field belongs to one serializer only."""
    options = {**column.type._kwargs, "read_only": True}
    source = column.source.replace("__", ".")
    if source != column.name:
        options["source"] = source
    return type(column.type)(*column.type._args, **options)


def _one(one):
    source = one.source.replace("__", ".")
    return serializer_of(one.shape)(
        read_only=True,
        allow_null=True,
        help_text=one.help_text,
        visible_if=one.visible_if,
        source=source if source != one.name else None,
    )


def _rows(many, instance):
    rows = many.rows().annotate(**many.shape.expressions())
    return rows.filter(**{many.by: instance.pk}).order_by(*many.order)


def _many(many):
    class Belonging(serializers.ListSerializer):
        def get_attribute(self, instance):
            return list(_rows(many, instance))

    return Belonging(child=serializer_of(many.shape)(), read_only=True, help_text=many.help_text)


def _plain_values(many):
    class Values(serializers.ListField):
        def get_attribute(self, instance):
            source = many.shape.field(many.only).source
            return list(_rows(many, instance).values_list(source, flat=True))

    return Values(
        child=deepcopy(many.shape.field(many.only).type), read_only=True, help_text=many.help_text
    )
