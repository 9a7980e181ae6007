"""A quick look at a row: whether fields and constraints can have nothing against it.

Whatever is not plainly right is asked about in full (`quotesdb.faults`), which has the sentences.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models

from quotesdb.conditions import condition_of
from quotesdb.models.curated import CANNOT_BE_KEPT

Row = dict[str, Any]
Check = Callable[[Row], bool | None]
"""As a constraint: what is unknown passes."""


def is_plainly_right(model: type[models.Model], row: Row) -> bool:
    """Whether neither a field nor a constraint can have anything against the row."""
    for check in checks_of(model):  # noqa: SIM110 (twice as fast as all())
        if check(row) is False:
            return False
    return True


@cache
def checks_of(model: type[models.Model]) -> tuple[Check, ...]:
    return (*_of_fields(model), *_of_constraints(model))


def _of_fields(model: type[models.Model]) -> Iterator[Check]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField) and field.editable:
            yield _text(field)
        elif isinstance(field, models.ForeignKey) and not field.null and not _is_whole(field):
            yield _is_named(field.attname)


def _is_whole(field: models.ForeignKey[Any, Any]) -> bool:
    return getattr(field.model, "whole", None) == field.name


def _is_named(column: str) -> Check:
    return lambda row: row[column] is not None


def _text(field: Any) -> Check:
    column, longest = field.attname, field.max_length or float("inf")
    is_optional, unkeepable = field.blank, CANNOT_BE_KEPT.search
    others = [one for one in field.validators if not isinstance(one, MaxLengthValidator)]
    words = {word for word, _ in field.flatchoices}

    def is_right(row: Row) -> bool:
        text = row[column]
        if not text:
            return is_optional and text is not None
        if words:
            return text in words
        if len(text) > longest or unkeepable(text):
            return False
        return not others or _passes(others, text)

    return is_right


def _passes(validators: list[Any], text: str) -> bool:
    try:
        for validator in validators:
            validator(text)
    except ValidationError:
        return False
    return True


def _of_constraints(model: type[models.Model]) -> Iterator[Check]:
    columns = {field.name: field.attname for field in model._meta.concrete_fields}
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.CheckConstraint) and not _is_of_choices(model, constraint):
            yield condition_of(constraint.condition, columns)


def _is_of_choices(model: type[models.Model], constraint: models.CheckConstraint) -> bool:
    """Whether it only says again that a field holds one of its choices."""
    match constraint.condition:
        case models.Q(negated=False, children=[(str() as lookup, list() as words)]) if (
            lookup.endswith("__in")
        ):
            field: Any = model._meta.get_field(lookup.removesuffix("__in"))
            given = {word for word, _ in field.flatchoices or ()}
            return field.editable and given == set(words) - {""} and field.blank == ("" in words)
    return False
