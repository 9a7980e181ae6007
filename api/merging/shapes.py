"""What is told of merges, and of pairs that may be the same."""

from django.db.models import Case, CharField, OuterRef, Subquery, When
from rest_framework import serializers

from api.shapes import Column, Shape, TextOrNull
from quotesdb.changes import NAMES
from quotesdb.models.duplicate import SORTS
from quotesdb.vocabulary import Alike, Door, Mergeable, choices

MOMENT = "%Y-%m-%dT%H:%M:%SZ"


def moment(name, help_text):
    """A column with a moment, which may be unknown."""
    field = serializers.DateTimeField(format=MOMENT, allow_null=True, help_text=help_text)
    return Column(name, field)


def name_of(column):
    """The slug or key of the record that a pair names by its number."""
    cases = []
    for kind, model in SORTS.items():
        rows = model.objects.filter(pk=OuterRef(column)).order_by()
        cases.append(When(kind=kind.value, then=Subquery(rows.values(NAMES[model])[:1])))
    return Case(*cases, output_field=CharField())


MERGE = Shape(
    "Merge",
    (
        Column("id", serializers.IntegerField()),
        Column("kind", serializers.ChoiceField(choices(Mergeable))),
        Column(
            "merged",
            serializers.CharField(help_text="The slug or key of the record that gave way."),
            "loser_name",
        ),
        Column(
            "into",
            serializers.CharField(help_text="The slug or key of the one that took its place."),
            "survivor_name",
        ),
        Column("why", serializers.CharField()),
        Column("by", TextOrNull(help_text="Who merged them."), "by__username"),
        Column("door", serializers.ChoiceField(choices(Door))),
        moment("at", "When, in UTC."),
        moment("undone_at", "When it was undone; null while it is in force."),
        Column("undone_by", TextOrNull(help_text="Who undid it."), "undone_by__username"),
        Column("undone_why", TextOrNull()),
    ),
)

DUPLICATE = Shape(
    "Duplicate",
    (
        Column("id", serializers.IntegerField()),
        Column("kind", serializers.ChoiceField(choices(Mergeable))),
        Column("a", TextOrNull(help_text="The slug or key of the older record."), "", name_of("a")),
        Column("b", TextOrNull(help_text="The slug or key of the other."), "", name_of("b")),
        Column("alike", serializers.ChoiceField(choices(Alike), help_text="Why they may be.")),
        Column("similarity", serializers.FloatField(help_text="From 0 to 1.")),
        moment("found_at", "When it was found last."),
        Column("decided_by", TextOrNull(help_text="Who told them apart."), "decided_by__username"),
        moment("decided_at", "When somebody said that they are not the same; else null."),
        Column("why", TextOrNull(help_text="Why they are not the same.")),
    ),
)
