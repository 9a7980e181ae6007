"""All that fields, constraints and rules have against a record, before anything is written."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models

from quotesdb import rules
from quotesdb.conditions import Condition, condition_of
from quotesdb.models import Curated, Part
from quotesdb.models.curated import CANNOT_BE_KEPT

Parts = dict[str, Sequence[Any]]

Said = tuple[str, str, str]
"""A field, what it has to say, and Django's code for that."""

VAGUE = {"blank", "invalid_choice"}

UNKEEPABLE = "{field} has a character that cannot be kept (U+{number:04X})."


def told_apart(part: Part) -> tuple[Any, ...]:
    """What tells a part from the other parts of its record."""
    return tuple(getattr(part, name) for name in part.told_apart_by)


def complaints(record: Curated, parts: Parts) -> Iterator[rules.Complaint]:
    """All that fields, constraints and rules have against a record with its parts."""
    yield from of_record(record, parts)
    yield from rules.complaints(record, parts)


def of_record(record: Curated, parts: Parts) -> Iterator[rules.Complaint]:
    """All that fields and constraints have against a record with its parts."""
    yield from of_row(record)
    yield from rules.is_not_redacted(record)
    for relation, wanted in parts.items():
        for index, part in enumerate(wanted):
            setattr(part, part.whole, record)
            for path, sentence in of_row(part, whole=part.whole):
                yield (relation, index, *path), sentence
        yield from _doubles(relation, wanted)


def of_row(row: models.Model, whole: str = "") -> Iterator[rules.Complaint]:
    """All that a row's fields and constraints have against it.

    Of a part, what tells it from other parts is left out: the held ones are about to be replaced.
    Where a field and a constraint say the same, the constraint says it better.
    """
    said = [*_of_letters(row), *_of_length(row), *_of_fields(row, whole)]
    vague = {field for field, _, code in said if code in VAGUE}
    excluded = {field for field, _, _ in said} - vague | _not_yet_written(row)
    of_constraints = list(_of_constraints(row, excluded, whole))
    told = {path for path, _ in of_constraints}
    for field, sentence, _ in said:
        if field not in vague or (field,) not in told:
            yield (field,), sentence
    yield from _of_uniqueness(row, excluded | {whole})
    yield from of_constraints


def _of_constraints(row: models.Model, excluded: set[str], whole: str) -> Iterator[rules.Complaint]:
    for constraint in row._meta.constraints:
        if whole and whole in getattr(constraint, "fields", ()):
            continue
        if _is_plainly_kept(constraint, row):
            continue
        try:
            constraint.validate(type(row), row, exclude=excluded)
        except ValidationError as error:
            yield _about(constraint), error.messages[0]


def _is_plainly_kept(constraint: models.BaseConstraint, row: models.Model) -> bool:
    """Whether the database need not be asked: it would say the same of what is in memory."""
    condition = _conditions(type(row)).get(constraint.name)
    if condition is None:
        return False
    try:
        return condition(_ValuesOf(row)) is not False
    except TypeError:  # values of several sorts, such as days and texts, compare in the database
        return False


class _ValuesOf(dict[str, Any]):
    """The columns of a row, read when they are asked for."""

    def __init__(self, row: models.Model):
        super().__init__()
        self.row = row

    def __missing__(self, column: str) -> Any:
        return getattr(self.row, column)


@cache
def _conditions(model: type[models.Model]) -> dict[str, Condition]:
    """By its name, what each constraint of a model that is no index demands."""
    columns = {field.name: field.attname for field in model._meta.concrete_fields}
    return {
        constraint.name: condition_of(constraint.condition, columns)
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    }


def _about(constraint: models.BaseConstraint) -> tuple[str, ...]:
    """The field that a constraint is about, if it is about a single one."""
    condition = getattr(constraint, "condition", None)
    names = {*getattr(constraint, "fields", ()), *_named_in(condition)}
    return tuple(names) if len(names) == 1 else ()


def _named_in(condition: Any) -> Iterator[str]:
    match condition:
        case models.Q():
            for child in condition.children:
                yield from _named_in(child)
        case (str() as lookup, value):
            yield lookup.split("__")[0]
            if isinstance(value, models.F):
                yield str(value.deconstruct()[1][0])


def _not_yet_written(row: models.Model) -> set[str]:
    """The relations to rows without an id yet: nothing can be said of these."""
    return {
        field.name
        for field in row._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and getattr(row, field.attname) is None
        if field.is_cached(row) and getattr(row, field.name) is not None
    }


def _of_letters(row: models.Model) -> Iterator[Said]:
    for field in row._meta.concrete_fields:
        value = row.__dict__.get(field.attname) if field.editable else None
        if isinstance(value, str) and (found := CANNOT_BE_KEPT.search(value)):
            name = str(field.verbose_name).capitalize()
            yield field.name, UNKEEPABLE.format(field=name, number=ord(found[0])), "letters"


def _of_length(row: models.Model) -> Iterator[Said]:
    """Of long texts, whose length Django leaves to forms."""
    for field in row._meta.concrete_fields:
        value = row.__dict__.get(field.attname)
        if isinstance(field, models.TextField) and field.max_length and isinstance(value, str):
            try:
                MaxLengthValidator(field.max_length)(value)
            except ValidationError as error:
                yield field.name, error.messages[0], str(error.code)


def _of_fields(row: models.Model, whole: str) -> Iterator[Said]:
    skipped = {field.name for field in row._meta.concrete_fields if field.generated}
    for field in row._meta.concrete_fields:
        if isinstance(field, models.ForeignKey):
            skipped.add(field.name)
            named = getattr(row, field.attname) is not None or field.is_cached(row)
            if not field.null and field.name != whole and not named:
                yield field.name, f"{str(field.verbose_name).capitalize()} is missing.", "missing"
    try:
        row.clean_fields(exclude=skipped)
    except ValidationError as error:
        for name, errors in error.error_dict.items():
            for one in errors:
                yield name, one.messages[0], str(one.code)


def _of_uniqueness(row: models.Model, excluded: set[str]) -> Iterator[rules.Complaint]:
    try:
        row.validate_unique(exclude=excluded)
    except ValidationError as error:
        for field, sentences in error.message_dict.items():
            for sentence in sentences:
                yield (() if field == NON_FIELD_ERRORS else (field,)), sentence


def _doubles(relation: str, wanted: Sequence[Part]) -> Iterator[rules.Complaint]:
    """The sentence of the constraint for two wanted parts that cannot both be."""
    seen: dict[tuple[Any, ...], int] = {}
    for index, part in enumerate(wanted):
        told = told_apart(part)
        if any(value is not None for value in told) and seen.setdefault(told, index) != index:
            yield (relation, index), _sentence_about_doubles(part)


def _sentence_about_doubles(part: Part) -> str:
    """What the unique constraint over the fields that tell parts apart has to say."""
    for constraint in part._meta.constraints:
        fields = getattr(constraint, "fields", ())
        if fields and _tells_apart(part, fields):
            return str(constraint.violation_error_message)
    raise LookupError(f"{type(part).__name__} has no constraint that tells its parts apart.")


def _tells_apart(part: Part, fields: Sequence[str]) -> bool:
    told = {
        name.removesuffix("_id") for name in part.told_apart_by if getattr(part, name) is not None
    }
    return set(fields) == told | {part.whole}
