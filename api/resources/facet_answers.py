"""The answer about groups of quotes, as the schema shows it."""

from rest_framework import serializers

from api.resources import references
from api.specification import serializer_of
from quotesdb.vocabulary import AttributionStatus, Form, choices


class FacetSerializer(serializers.Serializer):
    """A group: what it was grouped by, and how many quotes are in it."""

    speaker = serializer_of(references.SPEAKER)(
        read_only=True,
        allow_null=True,
        help_text="With group_by=speaker: who said them; null where nobody knows.",
    )
    outlet = serializer_of(references.OUTLET)(
        read_only=True,
        allow_null=True,
        help_text="With group_by=outlet: who printed them; null where it is not known.",
    )
    year = serializers.IntegerField(
        read_only=True,
        allow_null=True,
        help_text="With group_by=year: when they were said, else first printed; null if unknown.",
    )
    status = serializers.ChoiceField(
        choices(AttributionStatus),
        read_only=True,
        help_text="With group_by=status: their attribution status.",
    )
    form = serializers.ChoiceField(
        choices(Form), read_only=True, help_text="With group_by=form: how they are printed."
    )
    origins = serializers.IntegerField(
        read_only=True, help_text="With group_by=origins: their independent_origins."
    )
    quote_count = serializers.IntegerField(
        read_only=True, help_text="Acts of saying, however often each is printed."
    )


class FacetsSerializer(serializers.Serializer):
    group_count = serializers.IntegerField(
        read_only=True, help_text="How many groups there are. Only with `count=true`."
    )
    next = serializers.URLField(
        read_only=True, allow_null=True, help_text="The next page; null on the last."
    )
    previous = serializers.URLField(
        read_only=True, allow_null=True, help_text="The page before; null on the first."
    )
    results = FacetSerializer(many=True, read_only=True, help_text="The largest group first.")
