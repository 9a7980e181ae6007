"""The answers about the past of a record."""

from rest_framework import serializers

from quotesdb.past.differing import ADDED, CHANGED, REMOVED
from quotesdb.past.naming import Named
from quotesdb.vocabulary import Door, choices

WORDS = ("from", "to")
VALUE = "Null for nothing; of another record its `kind` and `key`."
SOMEBODY = "a curator"
"""Who it was, to those who are not known themselves."""


class ValueChangeSerializer(serializers.Serializer):
    """`from` is a word of Python's, so its fields are put in by name."""

    def get_fields(self):
        words = {name: serializers.JSONField(read_only=True, help_text=VALUE) for name in WORDS}
        return {"field": serializers.CharField(read_only=True), **words}


class RowChangeSerializer(serializers.Serializer):
    what = serializers.ChoiceField([(it, it) for it in (ADDED, CHANGED, REMOVED)], read_only=True)
    of = serializers.CharField(
        read_only=True, help_text="The record itself, or a part: segment, hop, alias, reliance."
    )
    place = serializers.CharField(
        read_only=True, allow_null=True, help_text="What tells a part from the others."
    )
    values = ValueChangeSerializer(many=True, read_only=True)


class HistoryEntrySerializer(serializers.Serializer):
    """One act, as far as it touched the record."""

    act = serializers.IntegerField(
        read_only=True, help_text="Names the act: microseconds since 1970 in UTC."
    )
    at = serializers.DateTimeField(read_only=True)
    by = serializers.CharField(
        read_only=True,
        allow_null=True,
        help_text=f'Who it was, to those who have a key; to others "{SOMEBODY}". Null where nobody '
        "was signed in.",
    )
    door = serializers.ChoiceField(choices(Door), read_only=True)
    why = serializers.CharField(
        read_only=True,
        help_text="What they noted. Empty where the act touched what is not public.",
    )
    version = serializers.IntegerField(
        read_only=True, allow_null=True, help_text="The record's, after it."
    )
    changes = RowChangeSerializer(many=True, read_only=True)


class HistorySerializer(serializers.Serializer):
    next = serializers.URLField(
        read_only=True, allow_null=True, help_text="Earlier acts; null where there are none."
    )
    results = HistoryEntrySerializer(many=True, read_only=True, help_text="The last act first.")


def told(entry, *, is_known):
    """One act, as it is told to those who are known, or to everybody."""
    by = entry.by and (entry.by.get_username() if is_known else SOMEBODY)
    return {
        "act": entry.number,
        "at": entry.at,
        "by": by or None,
        "door": entry.door,
        "why": entry.why,
        "version": entry.version,
        "changes": [_row(change) for change in entry.changes],
    }


def _row(change):
    return {
        "what": change.what,
        "of": change.model._meta.model_name,
        "place": change.place or None,
        "values": [
            {"field": it.name, "from": _value(it.before), "to": _value(it.after)}
            for it in change.values
        ],
    }


def _value(value):
    return {"kind": value.kind, "key": value.key} if isinstance(value, Named) else value
