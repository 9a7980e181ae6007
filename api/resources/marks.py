"""What corrections say of a record, and how they come to an appearance, wherever that is told."""

from functools import partial

from rest_framework import serializers

from api.resources import references
from api.shapes import Column, Many, One, Shape, TextOrNull
from quotesdb.models import Affected, Correction
from quotesdb.vocabulary import Certainty, CorrectionKind, Way, choices

KIND = serializers.ChoiceField(choices(CorrectionKind))
REASON = serializers.CharField(help_text="What is wrong, as far as it is known.")
MADE_ON = serializers.DateField(
    allow_null=True, help_text="When it was made known; null where the day is not known."
)
SOURCE_URL = TextOrNull(help_text="Where it can be read; or null.")
SOURCE = TextOrNull(help_text="Where else it was made known, in words; or null.")

MARK = Shape(
    "Mark",
    (
        Column("id", serializers.IntegerField()),
        Column("key", serializers.CharField(help_text="Permanent.")),
        Column("kind", KIND),
        Column("reason", REASON),
        Column("made_on", MADE_ON),
        Column("source_url", SOURCE_URL),
        One("source_article", references.ARTICLE, help_text="The article that says so; or null."),
        Column("source", SOURCE),
    ),
)

WAY = (
    Column(
        "how",
        serializers.ChoiceField(
            choices(Way),
            help_text="`own`: it is about this appearance or its article; `quote`: about the whole "
            "quote; `chain`, `reliance`: about what lies upstream, by this last step.",
        ),
    ),
    Column(
        "certainty",
        serializers.ChoiceField(
            choices(Certainty), help_text="Whether some step of the way was inferred."
        ),
    ),
    Column("steps", serializers.IntegerField(help_text="From what it is about to here.")),
    One(
        "through",
        references.ARTICLE,
        help_text="The article that the last step came from; null where there was none.",
    ),
)

AFFECTED_BY = Shape(
    "AffectedBy",
    (
        Column("correction", serializers.CharField(help_text="Its key."), "correction__key"),
        Column("kind", KIND, "correction__kind"),
        Column("reason", REASON, "correction__reason"),
        Column("made_on", MADE_ON, "correction__made_on"),
        Column("source_url", SOURCE_URL, "correction__source_url"),
        One(
            "article",
            references.ARTICLE,
            "correction__article",
            help_text="What it is about, if that is an article.",
        ),
        *WAY,
    ),
)


def marks():
    return Correction.objects.in_force()


def affected():
    return Affected.objects.all()


corrections_of = partial(
    Many,
    "corrections",
    MARK,
    marks,
    order=("id",),
    help_text="What is known against it itself; what was taken back is not among them.",
)

AFFECTED = Many(
    "affected_by",
    AFFECTED_BY,
    affected,
    "appearance_id",
    ("correction_id",),
    help_text="All corrections that come to it, from wherever upstream.",
)
