"""What is asked of look-up, and what it answers, as the schema shows it."""

from rest_framework import serializers

from api.resources.provenance_answers import OperationSerializer
from api.resources.quotes import QUOTE
from api.shapes import Many, Shape
from api.specification import serializer_of
from quotesdb.lookup import Status, Verdict
from quotesdb.lookup.thresholds import MOST_CHARACTERS
from quotesdb.vocabulary import SpeakerKind, choices
from quotesdb.wording import Kind

MOST_MATCHES = 10
USUALLY = 3

FOUND_QUOTE = Shape(
    "NearQuote",
    tuple(it for it in QUOTE.fields if not (isinstance(it, Many) and not it.in_lists)),
)
"""A quote as lists tell of it."""


class LookupSerializer(serializers.Serializer):
    text = serializers.CharField(
        max_length=MOST_CHARACTERS, help_text="A phrase, or a whole text with quotations in it."
    )
    most = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_MATCHES,
        default=USUALLY,
        help_text="Matches for each quotation.",
    )
    fields = serializers.CharField(  # type: ignore[assignment]
        required=False,
        help_text="Only these fields of quotes, divided by commas; a dot leads inside.",
    )


class PlaceSerializer(serializers.Serializer):
    start = serializers.IntegerField(
        read_only=True, help_text="In the text as it was sent, in code points."
    )
    end = serializers.IntegerField(read_only=True, help_text="Exclusive.")
    text = serializers.CharField(read_only=True, help_text="What stands there.")


class NamedSpeakerSerializer(serializers.Serializer):
    name = serializers.CharField(read_only=True, help_text="The full name, if the text has it.")
    kind = serializers.ChoiceField(choices(SpeakerKind), read_only=True)
    mention = serializers.CharField(
        read_only=True, allow_null=True, help_text="As it is printed beside the words."
    )


class PartSerializer(PlaceSerializer):
    quote = serializers.IntegerField(read_only=True, help_text="The id of the quote it is from.")
    appearance = serializers.IntegerField(
        read_only=True, allow_null=True, help_text="Whose wording; null: the reference wording."
    )


class MatchSerializer(serializers.Serializer):
    quote = serializer_of(FOUND_QUOTE)(read_only=True)
    origins = serializers.URLField(
        read_only=True, help_text="How many sources that is, and why: `origins/` of the quote."
    )
    appearance = serializers.IntegerField(
        read_only=True,
        allow_null=True,
        help_text="The first that prints the nearest wording; null: that is the reference.",
    )
    wording = serializers.CharField(read_only=True, help_text="The nearest wording of the quote.")
    similarity = serializers.FloatField(read_only=True, help_text="From 0 to 1.")
    operations = OperationSerializer(
        many=True, read_only=True, help_text="From the wording to the words that were asked about."
    )

    def get_fields(self):
        kinds = [(kind.value, kind.value) for kind in Kind]
        return {**super().get_fields(), "class": serializers.ChoiceField(kinds, read_only=True)}


class FoundSerializer(PlaceSerializer):
    text = serializers.CharField(
        read_only=True, help_text="The words: the segments, joined by one space."
    )
    segments = PlaceSerializer(
        many=True, read_only=True, help_text="Several where an attribution parts the words."
    )
    named = NamedSpeakerSerializer(
        read_only=True, allow_null=True, help_text="Whom the text names for them, if anybody."
    )
    status = serializers.ChoiceField([(it.value, it.value) for it in Status], read_only=True)
    verdict = serializers.ChoiceField(
        [(it.value, it.value) for it in Verdict],
        read_only=True,
        allow_null=True,
        help_text="Null where the words were not looked up.",
    )
    speaker_differs = serializers.BooleanField(
        read_only=True,
        allow_null=True,
        help_text="Whether the text names another speaker than the record does and than any "
        "printing does; null where that cannot be told.",
    )
    sentence = serializers.CharField(read_only=True, help_text="The same, for a reader.")
    parts = PartSerializer(
        many=True, read_only=True, help_text="Of spliced words: which part is from which quote."
    )
    matches = MatchSerializer(many=True, read_only=True, help_text="The likeliest first.")


class LookupAnswerSerializer(serializers.Serializer):
    results = FoundSerializer(many=True, read_only=True, help_text="In the order of the text.")
