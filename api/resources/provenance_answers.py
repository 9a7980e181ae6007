"""The answers about origins, wordings and the graph, as the schema shows them."""

from rest_framework import serializers

from quotesdb.provenance.rules import Rule
from quotesdb.wording import Kind, Op


class _FromToField(serializers.Serializer):
    """`from` is a word of Python's, so these two fields are put in by name."""

    def get_fields(self):
        fields = super().get_fields()
        words = {name: serializers.CharField(read_only=True) for name in ("from", "to")}
        return {**words, **fields}


class OriginSerializer(serializers.Serializer):
    type = serializers.ChoiceField([("outlet", "outlet"), ("article", "article")], read_only=True)
    key = serializers.CharField(read_only=True, help_text="A slug, or an article's key.")
    name = serializers.CharField(read_only=True)


class JoiningSerializer(serializers.Serializer):
    rule = serializers.ChoiceField([(rule.value, rule.value) for rule in Rule], read_only=True)
    sentence = serializers.CharField(read_only=True, help_text="Why, for a reader.")
    a = serializers.IntegerField(read_only=True, help_text="An appearance's id.")
    b = serializers.IntegerField(read_only=True, help_text="The other's.")
    evidence = serializers.DictField(read_only=True, help_text="Why, for a program.")


class OriginGroupSerializer(serializers.Serializer):
    origin = OriginSerializer(read_only=True)
    appearances = serializers.ListField(child=serializers.IntegerField(), read_only=True)
    joined_because = JoiningSerializer(many=True, read_only=True)


class OriginGroupingSerializer(serializers.Serializer):
    count = serializers.IntegerField(read_only=True, help_text="Independent origins.")
    groups = OriginGroupSerializer(many=True, read_only=True)


class OriginWarningSerializer(serializers.Serializer):
    kind = serializers.CharField(read_only=True)
    sentence = serializers.CharField(read_only=True)
    appearances = serializers.ListField(child=serializers.IntegerField(), read_only=True)


class OriginsSerializer(serializers.Serializer):
    declared = OriginGroupingSerializer(
        read_only=True, help_text="By what the articles themselves say."
    )
    inferred = OriginGroupingSerializer(
        read_only=True, help_text="The same groups, joined further by what can be concluded."
    )
    warnings = OriginWarningSerializer(many=True, read_only=True)


class OperationSerializer(_FromToField):
    op = serializers.ChoiceField([(op.value, op.value) for op in Op], read_only=True)
    marked_by_reporter = serializers.BooleanField(
        read_only=True, help_text="An ellipsis or brackets own up to it."
    )


class WordingSerializer(serializers.Serializer):
    appearance = serializers.IntegerField(read_only=True, help_text="Its id.")
    article = serializers.CharField(read_only=True, help_text="Its article's key.")
    wording = serializers.CharField(read_only=True)
    form = serializers.CharField(read_only=True)
    similarity = serializers.FloatField(read_only=True, help_text="From 0 to 1.")
    operations = OperationSerializer(many=True, read_only=True)

    def get_fields(self):
        kinds = [(kind.value, kind.value) for kind in Kind]
        return {**super().get_fields(), "class": serializers.ChoiceField(kinds, read_only=True)}


class WordDifferenceSerializer(_FromToField):
    pass


class WordingAlertSerializer(serializers.Serializer):
    sentence = serializers.CharField(read_only=True)
    a = serializers.ListField(
        child=serializers.IntegerField(), read_only=True, help_text="Appearances that print one."
    )
    b = serializers.ListField(
        child=serializers.IntegerField(), read_only=True, help_text="Those that print the other."
    )
    differences = WordDifferenceSerializer(many=True, read_only=True)


class WordingsSerializer(serializers.Serializer):
    reference = serializers.CharField(read_only=True)
    wordings = WordingSerializer(many=True, read_only=True)
    alerts = WordingAlertSerializer(
        many=True, read_only=True, help_text="Pairs of which at most one can be what was said."
    )


class NodeSerializer(serializers.Serializer):
    id = serializers.CharField(read_only=True)
    type = serializers.CharField(read_only=True, help_text="speaker, outlet or article.")
    label = serializers.CharField(read_only=True)  # type: ignore[assignment]
    kind = serializers.CharField(read_only=True, allow_null=True)
    detail = serializers.CharField(read_only=True, allow_null=True)
    origin = serializers.BooleanField(read_only=True, help_text="A declared origin.")
    loop = serializers.BooleanField(read_only=True, help_text="Part of a loop.")


class EdgeSerializer(_FromToField):
    relation = serializers.CharField(read_only=True)
    certainty = serializers.CharField(read_only=True)
    appearances = serializers.ListField(child=serializers.IntegerField(), read_only=True)
    loop = serializers.BooleanField(read_only=True)


class GraphSerializer(serializers.Serializer):
    nodes = NodeSerializer(many=True, read_only=True)
    edges = EdgeSerializer(many=True, read_only=True)
