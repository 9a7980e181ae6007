"""What a merge would do, as a document."""

from rest_framework import serializers

from quotesdb.merging.told import movings


class OptionSerializer(serializers.Serializer):
    option = serializers.CharField(read_only=True, help_text="What `keep` names it.")
    value = serializers.CharField(read_only=True, help_text="What it comes to, for people.")


class ChoiceSerializer(serializers.Serializer):
    name = serializers.CharField(read_only=True, help_text="What `keep` names it.")
    sentence = serializers.CharField(read_only=True)
    options = OptionSerializer(many=True, read_only=True)
    default = serializers.CharField(
        read_only=True, allow_null=True, help_text="Null: `keep` must say."
    )


class RowSerializer(serializers.Serializer):
    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)


class MovingSerializer(serializers.Serializer):
    what = serializers.CharField(read_only=True, help_text="Such as `quote.speaker`.")
    called = serializers.CharField(read_only=True)
    count = serializers.IntegerField(read_only=True)
    staying = serializers.IntegerField(
        read_only=True, help_text="Those that do not move: the survivor has the same already."
    )
    first = RowSerializer(many=True, read_only=True)


class PreviewSerializer(serializers.Serializer):
    merged = serializers.CharField(read_only=True, help_text="The record that would give way.")
    into = serializers.CharField(read_only=True, help_text="The one that would stay.")
    refusals = serializers.ListField(
        child=serializers.CharField(), read_only=True, help_text="Why it cannot be, if it cannot."
    )
    choices = ChoiceSerializer(many=True, read_only=True)
    moves = MovingSerializer(many=True, read_only=True)
    notes = serializers.ListField(
        child=serializers.CharField(), read_only=True, help_text="What to look at afterwards."
    )


def preview_document(plan, name_of):
    """The document of a plan; `name_of` gives what an address calls a record."""
    return {
        "merged": str(name_of(plan.loser)),
        "into": str(name_of(plan.survivor)),
        "refusals": [sentence for part in plan.all() for sentence in part.refusals],
        "choices": [_choice(choice) for choice in plan.all_choices()],
        "moves": [] if plan.refusals else [_moving(moving) for moving in movings(plan)],
        "notes": [note for part in plan.all() for note in part.notes],
    }


def _choice(choice):
    return {
        "name": choice.name,
        "sentence": choice.sentence,
        "options": [{"option": option, "value": value} for option, value in choice.shown],
        "default": choice.default,
    }


def _moving(moving):
    return {
        "what": moving.place,
        "called": moving.called,
        "count": moving.count,
        "staying": moving.staying,
        "first": [{"id": number, "name": name} for number, name in moving.first],
    }
