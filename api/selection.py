"""`fields=` and `omit=`: which parts of an answer are wanted."""

from collections.abc import Iterable
from functools import cache

from rest_framework.exceptions import ValidationError

from api.shapes import Column, Field, Many, Shape
from quotesdb.nearest import did_you_mean

Selection = dict[str, "Selection"]
"""The wanted fields, each with the wanted fields inside it. Shared, and never changed."""


@cache
def everything(shape: Shape) -> Selection:
    return {field.name: _inside(field) for field in shape.fields}


@cache
def summary(shape: Shape) -> Selection:
    """What a list gives where nothing else is asked for."""
    return {
        field.name: _inside(field)
        for field in shape.fields
        if not isinstance(field, Many) or field.in_lists
    }


def select(shape: Shape, default: Selection, fields: str | None, omit: str | None) -> Selection:
    """The default, or what `fields` names, less what `omit` names.

    Both are names divided by commas; a dot leads inside: `appearances.wording`.
    Raises ValidationError for names that the shape does not have.
    """
    wanted = default if fields is None else _narrowed(shape, fields, "fields")
    if omit is None:
        return wanted
    for name in _names(omit):
        wanted = _without(wanted, _steps(shape, name, "omit"))
    return wanted


def _shape_within(field: Field) -> Shape | None:
    """The shape of what a field holds; none for plain values, and for lists of them."""
    if isinstance(field, Column) or (isinstance(field, Many) and field.only):
        return None
    return field.shape


def _inside(field: Field) -> Selection:
    shape = _shape_within(field)
    return {} if shape is None else everything(shape)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _narrowed(shape: Shape, fields: str, parameter: str) -> Selection:
    wanted: Selection = {}
    for name in _names(fields):
        _add(shape, wanted, _steps(shape, name, parameter))
    if not wanted:
        raise ValidationError({parameter: ["Names no field."]})
    return _in_order(shape, wanted)


def _steps(shape: Shape, name: str, parameter: str) -> list[str]:
    steps = name.split(".")
    within: Shape | None = shape
    for index, step in enumerate(steps):
        known = [field.name for field in within.fields] if within is not None else []
        if within is None or step not in known:
            raise ValidationError({parameter: [_unknown(name, steps[:index], step, known)]})
        within = _shape_within(within.field(step))
    return steps


def _unknown(name: str, before: list[str], step: str, known: Iterable[str]) -> str:
    if not known:
        return f'"{name}": there is nothing inside "{".".join(before)}".'
    return f'There is no field "{name}".{did_you_mean(step, known, before)}'


def _add(shape: Shape, wanted: Selection, steps: list[str]) -> None:
    field, rest = shape.field(steps[0]), steps[1:]
    within = _shape_within(field)
    if rest and within is not None:
        wanted[field.name] = dict(wanted.get(field.name, {}))
        _add(within, wanted[field.name], rest)
    else:
        wanted[field.name] = _inside(field)


def _without(wanted: Selection, steps: list[str]) -> Selection:
    first, rest = steps[0], steps[1:]
    if first not in wanted:
        return wanted
    if not rest:
        return {name: inside for name, inside in wanted.items() if name != first}
    return wanted | {first: _without(wanted[first], rest)}


def _in_order(shape: Shape, wanted: Selection) -> Selection:
    """The wanted fields in the order in which the shape declares them."""
    ordered = {}
    for field in shape.fields:
        if field.name in wanted:
            within = _shape_within(field)
            inside = wanted[field.name]
            ordered[field.name] = inside if within is None else _in_order(within, inside)
    return ordered
