"""What a candidate holds as JSON, as columns of an answer."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.shapes import Held
from quotesdb.vocabulary import Certainty, Medium, Relation, SpeakerKind, choices


class NamedSerializer(serializers.Serializer):
    name = serializers.CharField(help_text="The full name, or the whole description.")
    kind = serializers.ChoiceField(choices(SpeakerKind))
    mention = serializers.CharField(help_text='As the article prints it here; "" where not.')
    place = serializers.ListField(
        child=serializers.IntegerField(),
        allow_null=True,
        help_text="Where the mention starts and ends in the text.",
    )
    granted_by = serializers.CharField(
        help_text='For an unnamed source: the outlet that granted anonymity; "" where untold.'
    )


class NamedHopSerializer(serializers.Serializer):
    speaker = NamedSerializer()
    relation = serializers.ChoiceField(choices(Relation))
    medium = serializers.ChoiceField([*choices(Medium), ("", "")])
    certainty = serializers.ChoiceField(choices(Certainty))
    evidence = serializers.CharField()


class PlacedWordsSerializer(serializers.Serializer):
    exact = serializers.CharField()
    prefix = serializers.CharField(help_text="At most 32 characters before.")
    suffix = serializers.CharField(help_text="At most 32 characters after.")
    start = serializers.IntegerField(help_text="In code points of the article's text.")
    end = serializers.IntegerField()


@extend_schema_field(NamedSerializer(allow_null=True))
class NamedField(Held):
    pass


@extend_schema_field(NamedHopSerializer(many=True))
class NamedChainField(Held):
    pass


@extend_schema_field(PlacedWordsSerializer(many=True))
class PlacedWordsField(Held):
    pass
