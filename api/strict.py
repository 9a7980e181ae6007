"""Bodies with objects inside objects, read strictly: each fault is told with its place."""

from collections.abc import Iterator

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from quotesdb.nearest import did_you_mean

MOST_PARTS = 100


class Strict(serializers.Serializer):
    """An object in which an unknown member is refused, not passed over."""

    def to_internal_value(self, data):
        if isinstance(data, dict):
            known = [name for name, field in self.fields.items() if not field.read_only]
            unknown = {name: [_unknown(name, known)] for name in data if name not in known}
            if unknown:
                raise ValidationError(unknown)
        return super().to_internal_value(data)


def some(of, **options):
    """A list of such objects, of a length that any record has."""
    return of(many=True, max_length=MOST_PARTS, **options)


def read_as(body: type[Strict], data):
    """What a body says.

    Raises ValidationError, with all that is wrong by its path: `chain.0.speaker.kind`.
    """
    asked = body(data=data)
    if not asked.is_valid():
        raise ValidationError(dict(_by_path(asked.errors, ())))
    return asked.validated_data


def _unknown(name: str, known: list[str]) -> ErrorDetail:
    return ErrorDetail(f'Unknown member "{name}".{did_you_mean(name, known)}', "unknown_member")


def _by_path(errors, path) -> Iterator[tuple[str, list[ErrorDetail]]]:
    if isinstance(errors, list) and all(isinstance(it, str) for it in errors):
        yield ".".join(it for it in path if it != "non_field_errors"), errors
        return
    inside = errors.items() if isinstance(errors, dict) else enumerate(errors)
    for step, of_step in inside:
        if of_step:
            yield from _by_path(of_step, (*path, str(step)))
