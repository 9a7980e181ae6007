"""What an answer about an appearance contains, wherever it is told."""

from django.db.models import Exists, F, OuterRef, QuerySet
from rest_framework import serializers

from api.resources import references
from api.resources.marks import AFFECTED, corrections_of
from api.shapes import Column, Many, One, Shape, TextOrNull
from quotesdb.models import Appearance, Hop, Segment
from quotesdb.vocabulary import Certainty, Form, Medium, Relation, choices

SEGMENT = Shape(
    "Segment",
    (
        Column("exact", serializers.CharField(help_text="The words as printed, verbatim.")),
        Column("prefix", serializers.CharField(help_text="At most 32 characters before them.")),
        Column("suffix", serializers.CharField(help_text="At most 32 characters after them.")),
        Column(
            "start",
            serializers.IntegerField(
                allow_null=True,
                help_text="Offset in code points; null until checked against the text.",
            ),
        ),
        Column("end", serializers.IntegerField(allow_null=True, help_text="Exclusive.")),
    ),
)

HOP = Shape(
    "Hop",
    (
        Column("position", serializers.IntegerField(help_text="0 is the origin of the words.")),
        One("speaker", references.SPEAKER, help_text="Whose hands."),
        Column("attributed_as", serializers.CharField(help_text="As the article names them.")),
        Column("relation", serializers.ChoiceField(choices(Relation))),
        Column("medium", TextOrNull(help_text=f"{', '.join(Medium)}; or null.")),
        Column(
            "certainty",
            serializers.ChoiceField(
                choices(Certainty), help_text="Stated by the article, or inferred by a curator."
            ),
        ),
        Column("evidence", serializers.CharField(help_text="Words of the article that show it.")),
        One("article", references.ARTICLE, help_text="The article that stands for this hop."),
    ),
)


def differs_from_the_quote() -> Exists:
    """Whether hop 0 names another speaker than the quote's record does; no if either is unknown."""
    hops = Hop.objects.filter(
        appearance=OuterRef("pk"), position=0, appearance__quote__speaker__isnull=False
    )
    return Exists(hops.exclude(speaker=F("appearance__quote__speaker")))


def segments() -> QuerySet:
    return Segment.objects.all()


def hops() -> QuerySet:
    return Hop.objects.all()


def appearances() -> QuerySet:
    return Appearance.objects.standing()


ESSENTIALS = (
    Column("id", serializers.IntegerField()),
    Column("key", serializers.CharField(help_text="Permanent.")),
    Column("wording", serializers.CharField(help_text="The segments, joined by one space.")),
    Column("language", serializers.CharField(help_text='A language tag; "und" if unknown.')),
    Column("form", serializers.ChoiceField(choices(Form))),
    Column("cue", serializers.CharField(help_text='The word that ascribes, such as "told".')),
    Column("is_translation", serializers.BooleanField()),
    Column(
        "nested_in",
        serializers.IntegerField(
            allow_null=True, help_text="The id of the appearance inside whose words it stands."
        ),
        "nested_in_id",
    ),
    Column(
        "attributed_differently",
        serializers.BooleanField(
            help_text="The article names another speaker than the quote's own record does."
        ),
        expression=differs_from_the_quote(),
    ),
    Many("segments", SEGMENT, segments, "appearance_id", ("position",)),
    corrections_of(by="appearance_id"),
    AFFECTED,
)
OF_QUOTE = One("quote", references.QUOTE, help_text="The act of saying that it prints.")
IN_ARTICLE = One("article", references.ARTICLE, help_text="Where it is printed.")
CHAIN = Many(
    "chain",
    HOP,
    hops,
    "appearance_id",
    ("position",),
    help_text="From the origin of the words to the last hands before the article.",
)

APPEARANCE = Shape("Appearance", (*ESSENTIALS, OF_QUOTE, IN_ARTICLE, CHAIN))
IN_A_QUOTE = Shape("AppearanceOfQuote", (*ESSENTIALS, IN_ARTICLE, CHAIN))
IN_AN_ARTICLE = Shape("AppearanceInArticle", (*ESSENTIALS, OF_QUOTE, CHAIN))
