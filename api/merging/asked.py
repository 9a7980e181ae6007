"""What merging and splitting read from a request."""

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from api.filters import MOST

SURVIVOR = "The slug of a speaker or outlet, or the id of a quote: the record that stays."
REQUIRED = "Must be given: {told}"


class ToMergeSerializer(serializers.Serializer):
    """The body of a merge, for the schema."""

    into = serializers.CharField(help_text=SURVIVOR)
    why = serializers.CharField(max_length=500, help_text="Why the two are the same.")
    keep = serializers.DictField(
        child=serializers.CharField(),
        required=False,
        help_text="What shall hold where the two differ: by the name of a choice, one of its "
        "options. See `merge-preview/`.",
    )


class WhySerializer(serializers.Serializer):
    """The body of a decision, for the schema."""

    why = serializers.CharField(required=False, max_length=500)


class ToSplitSerializer(serializers.Serializer):
    """The body of a split, for the schema."""

    why = serializers.CharField(max_length=500, help_text="How you know that these are two.")
    rows = serializers.DictField(
        child=serializers.ListField(child=serializers.IntegerField()),
        help_text="The ids of what goes, by what names the record: `quote.speaker`, "
        "`article.outlet`, `appearance.quote` and so on.",
    )
    new = serializers.DictField(
        help_text="What the new record says of itself: `name`, `description`, `kind` of a speaker; "
        "`name`, `description`, `domain` of an outlet; `text`, `language`, `said_from`, "
        "`said_until` of a quote."
    )


class ToDecideSerializer(serializers.Serializer):
    """The body about a pair, for the schema."""

    same = serializers.BooleanField(
        allow_null=True, help_text="False: they are not the same. Null: they may be after all."
    )
    why = serializers.CharField(required=False, max_length=500)


def why_in(body) -> str:
    """The reason; empty where none is given. Whether one is needed, the writers say."""
    why = body.get("why", "")
    if not isinstance(why, str):
        raise ValidationError({"why": ["Must be a text."]})
    if "\x00" in why:
        raise ValidationError({"why": [ErrorDetail("It has a NUL character.", "nul_character")]})
    return why


def keep_in(body) -> dict[str, str]:
    """What was chosen, by name."""
    keep = body.get("keep", {})
    if not isinstance(keep, dict) or not all(isinstance(it, str) for it in keep.values()):
        raise ValidationError({"keep": ["Must be an object of names and options, each a text."]})
    return keep


def rows_in(body) -> dict[str, list[int]]:
    """The ids that were chosen, by place."""
    rows = body.get("rows")
    if not isinstance(rows, dict):
        raise ValidationError({"rows": ["Must be an object of lists of ids."]})
    for name, numbers in rows.items():
        if not isinstance(numbers, list) or not all(_is_id(it) for it in numbers):
            raise ValidationError({"rows": [f'"{name}" must be a list of ids.']})
    return rows


def _is_id(value) -> bool:
    return type(value) is int and 1 <= value <= MOST
