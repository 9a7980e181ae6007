from django.db import models
from django.db.models import Q

from quotesdb.models.appearance import Appearance
from quotesdb.models.article import Article
from quotesdb.models.curated import Part, one_of
from quotesdb.models.history import History
from quotesdb.models.speaker import Speaker
from quotesdb.vocabulary import Certainty, Medium, Relation, choices


class Hop(Part):
    """One pair of hands on an appearance's attribution chain; hop 0 is the origin of the words."""

    whole = "appearance"
    told_apart_by = ("position",)

    appearance = models.ForeignKey(Appearance, models.CASCADE, related_name="chain")
    position = models.IntegerField()
    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="hops")
    attributed_as = models.CharField(
        max_length=300, blank=True, help_text="How the article itself names them."
    )
    relation = models.CharField(
        max_length=12, choices=choices(Relation), default=Relation.SAID.value
    )
    medium = models.CharField(max_length=20, blank=True, choices=choices(Medium))
    certainty = models.CharField(
        max_length=8,
        choices=choices(Certainty),
        default=Certainty.STATED.value,
        help_text="Stated: the article says so. Inferred: you concluded it.",
    )
    evidence = models.CharField(
        max_length=200, blank=True, help_text="The words of the article that show it."
    )
    article = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stands_for",
        help_text="The very article that stands for this hop, if it is held.",
    )

    history = History()

    class Meta:
        ordering = ["appearance", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(position__gte=0),
                name="%(app_label)s_%(class)s_positions_start_at_0",
                violation_error_message="Positions start at 0.",
            ),
            models.UniqueConstraint(
                fields=["appearance", "position"],
                name="%(app_label)s_%(class)s_position_once",
                violation_error_message="Another hop of this chain has this position.",
            ),
            one_of("relation", Relation),
            one_of("medium", Medium, blank=True),
            one_of("certainty", Certainty),
        ]
        indexes = [models.Index("speaker", "position", "appearance", name="hop_by_speaker")]

    def __str__(self) -> str:
        return f"{self.position}: {self.speaker}"
