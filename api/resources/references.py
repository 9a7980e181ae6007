"""How a record is named inside the answer about another."""

from rest_framework import serializers

from api.shapes import Column, One, Shape, TextOrNull
from quotesdb.vocabulary import SpeakerKind, choices

SPEAKER = Shape(
    "SpeakerReference",
    (
        Column("slug", serializers.CharField(help_text="The name in addresses.")),
        Column("name", serializers.CharField()),
        Column("kind", serializers.ChoiceField(choices(SpeakerKind))),
    ),
)

OUTLET = Shape(
    "OutletReference",
    (
        Column("slug", serializers.CharField(help_text="The name in addresses."), "speaker__slug"),
        Column("name", serializers.CharField(), "speaker__name"),
    ),
)

ARTICLE = Shape(
    "ArticleReference",
    (
        Column("id", serializers.IntegerField()),
        Column("key", serializers.CharField(help_text="Permanent.")),
        Column("title", TextOrNull(help_text="Null where it is not known.")),
        Column("url", TextOrNull(help_text="The canonical address; null where it is not known.")),
        Column("published_on", serializers.DateField(allow_null=True)),
        One("outlet", OUTLET, help_text="Who published it; null where it is not known."),
    ),
)

QUOTE = Shape(
    "QuoteReference",
    (
        Column("id", serializers.IntegerField()),
        Column("key", serializers.CharField(help_text="Permanent.")),
        Column("text", serializers.CharField(help_text="The reference wording.")),
        One("speaker", SPEAKER, help_text="Who said it; null where nobody knows."),
    ),
)

APPEARANCE = Shape(
    "AppearanceReference",
    (
        Column("id", serializers.IntegerField()),
        Column("key", serializers.CharField(help_text="Permanent.")),
        Column("wording", serializers.CharField(help_text="The segments, joined by one space.")),
        One("quote", QUOTE, help_text="The act of saying that it prints."),
        One("article", ARTICLE, help_text="Where it is printed."),
    ),
)
