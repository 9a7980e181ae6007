from rest_framework import serializers

from quotesdb.models import Appearance, Article, Hop, Outlet, Quote, Segment, Speaker


class SpeakerSerializer(serializers.ModelSerializer):
    class Meta:
        model = Speaker
        fields = ["slug", "name", "kind"]


class OutletSerializer(serializers.ModelSerializer):
    slug = serializers.CharField(source="speaker.slug")
    name = serializers.CharField(source="speaker.name")

    class Meta:
        model = Outlet
        fields = ["slug", "name"]


class ArticleSerializer(serializers.ModelSerializer):
    outlet = OutletSerializer()

    class Meta:
        model = Article
        fields = ["id", "key", "title", "url", "published_on", "outlet"]


class SegmentSerializer(serializers.ModelSerializer):
    class Meta:
        model = Segment
        fields = ["exact", "prefix", "suffix", "start", "end"]


class HopSerializer(serializers.ModelSerializer):
    speaker = SpeakerSerializer()
    article = ArticleSerializer()

    class Meta:
        model = Hop
        fields = [
            "position",
            "speaker",
            "attributed_as",
            "relation",
            "medium",
            "certainty",
            "evidence",
            "article",
        ]


class AppearanceSerializer(serializers.ModelSerializer):
    article = ArticleSerializer()
    segments = SegmentSerializer(many=True)
    chain = HopSerializer(many=True)

    class Meta:
        model = Appearance
        fields = [
            "id",
            "key",
            "wording",
            "language",
            "form",
            "cue",
            "is_translation",
            "nested_in",
            "segments",
            "article",
            "chain",
        ]


class QuoteSerializer(serializers.ModelSerializer):
    speaker = SpeakerSerializer()

    class Meta:
        model = Quote
        fields = [
            "id",
            "key",
            "text",
            "language",
            "speaker",
            "said_from",
            "said_until",
            "occasion",
            "attribution_status",
            "record_source",
            "appearance_count",
            "independent_origins",
            "independent_origins_inferred",
        ]


class CountedQuoteSerializer(QuoteSerializer):
    appearance_count = serializers.IntegerField(source="counted")


class QuoteDetailSerializer(QuoteSerializer):
    appearances = AppearanceSerializer(many=True)

    class Meta(QuoteSerializer.Meta):
        fields = [*QuoteSerializer.Meta.fields, "appearances"]
