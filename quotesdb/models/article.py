from collections.abc import Collection
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from quotesdb import prepared
from quotesdb.models.curated import CuratedQuerySet, Keyed, Part, language_tag, one_of
from quotesdb.models.history import History
from quotesdb.models.outlet import Outlet
from quotesdb.vocabulary import Certainty, RelianceKind, choices


class ArticleQuerySet(CuratedQuerySet):
    def relying_on(self, outlet: str) -> Self:
        """Those that rely on the outlet that this slug means, as far as recorded."""
        reliances = Reliance.objects.filter(outlet__in=Outlet.objects.ids_known_as(outlet))
        return self.filter(pk__in=reliances.values("article"))

    def behind(self, quotes: Collection[int]) -> Self:
        """Those that print these quotes or stand for a hop, and all they rely on, however far."""
        every = prepared.as_list(quotes)
        statement = BEHIND.format(quotes=prepared.in_list())
        return self.filter(pk__in=RawSQL(statement, [every, every]))  # noqa: S611


# One step in SQL takes as long as a step in Python, but no further query.
BEHIND = """
    WITH RECURSIVE behind(id) AS (
        SELECT article_id FROM quotesdb_appearance
            WHERE quote_id IN ({quotes}) AND merged_into_id IS NULL
        UNION
        SELECT hop.article_id FROM quotesdb_hop AS hop
            JOIN quotesdb_appearance AS appearance ON appearance.id = hop.appearance_id
            WHERE appearance.quote_id IN ({quotes}) AND hop.article_id IS NOT NULL
                AND appearance.merged_into_id IS NULL
        UNION
        SELECT reliance.source_id FROM quotesdb_reliance AS reliance
            JOIN behind ON behind.id = reliance.article_id
            WHERE reliance.source_id IS NOT NULL
    )
    SELECT id FROM behind
"""


class Article(Keyed):
    """One published document, with whatever is known of it."""

    title = models.CharField(max_length=1000, blank=True)
    url = models.URLField(
        "address", max_length=2000, blank=True, help_text="The canonical address, if known."
    )
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="articles"
    )
    published_on = models.DateField(null=True, blank=True)
    language = models.CharField(
        max_length=35, default="und", help_text='Such as "en"; "und" where it is unknown.'
    )
    sort_date = models.GeneratedField(
        expression=Coalesce("published_on", Value(date.min)),
        output_field=models.DateField(),
        db_persist=True,
    )

    objects = ArticleQuerySet.as_manager()
    history = History(excluded_fields=["sort_date"])

    class Meta(Keyed.Meta):
        ordering = ["-sort_date", "-id"]
        constraints = [
            *Keyed.Meta.constraints,
            language_tag(),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__regex=r"^https?://[^/]"),
                name="%(app_label)s_%(class)s_address_is_of_the_web",
                violation_error_message="An address starts with http:// or https://.",
            ),
            models.UniqueConstraint(
                fields=["url"],
                condition=~Q(url=""),
                name="%(app_label)s_%(class)s_address_once",
                violation_error_message="Another article has this address.",
            ),
        ]
        indexes = [models.Index("sort_date", "id", name="article_by_date")]

    def __str__(self) -> str:
        return self.title or self.url or self.key


class Reliance(Part):
    """That an article draws on an outlet or on another article."""

    whole = "article"
    told_apart_by = ("outlet_id", "source_id")

    article = models.ForeignKey(Article, models.CASCADE, related_name="relies_on")
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="relied_on_by"
    )
    source = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="relied_on_by",
        verbose_name="article relied on",
    )
    kind = models.CharField(
        max_length=12, choices=choices(RelianceKind), default=RelianceKind.CITES.value
    )
    certainty = models.CharField(
        max_length=8, choices=choices(Certainty), default=Certainty.STATED.value
    )
    evidence = models.CharField(
        max_length=200, blank=True, help_text="The words of the article that show it."
    )

    history = History()

    class Meta:
        verbose_name_plural = "relies on"
        ordering = ["id"]
        constraints = [
            one_of("kind", RelianceKind),
            one_of("certainty", Certainty),
            models.CheckConstraint(
                condition=Q(outlet=None, source__isnull=False)
                | Q(outlet__isnull=False, source=None),
                name="%(app_label)s_%(class)s_on_one_thing",
                violation_error_message=(
                    "An article relies on an outlet or on an article: name exactly one of them."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(source=F("article")),
                name="%(app_label)s_%(class)s_not_on_itself",
                violation_error_message="An article cannot rely on itself.",
            ),
            models.UniqueConstraint(
                fields=["article", "outlet"],
                condition=Q(outlet__isnull=False),
                name="%(app_label)s_%(class)s_outlet_once",
                violation_error_message="This article relies on this outlet already.",
            ),
            models.UniqueConstraint(
                fields=["article", "source"],
                condition=Q(source__isnull=False),
                name="%(app_label)s_%(class)s_article_once",
                violation_error_message="This article relies on that article already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.outlet or self.source}"


class ArticleTextQuerySet(models.QuerySet["ArticleText"]):
    def in_newest_version(self) -> Self:
        """The last version of each article's text."""
        later = ArticleText.objects.filter(
            article=OuterRef("article"), version__gt=OuterRef("version")
        )
        return self.filter(~Exists(later))


class ArticleText(models.Model):
    """The text of an article as it once was retrieved: evidence, and never public."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="texts")
    version = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    retrieved_at = models.DateTimeField()
    body = models.TextField()
    prints = models.BinaryField(
        default=b"", editable=False, help_text="Its fingerprints, for finding shared text."
    )
    counted = models.BooleanField(
        default=False,
        editable=False,
        help_text="Whether it was there when common fingerprints were last counted.",
    )

    objects = ArticleTextQuerySet.as_manager()
    history = History(excluded_fields=["body", "prints", "counted"])

    class Meta:
        ordering = ["article", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "version"],
                name="%(app_label)s_%(class)s_version_once",
                violation_error_message="This article has this version of its text already.",
            ),
            models.UniqueConstraint(
                fields=["article", "sha256"],
                name="%(app_label)s_%(class)s_text_once",
                violation_error_message="This article has this very text already.",
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1),
                name="%(app_label)s_%(class)s_versions_start_at_1",
                violation_error_message="Versions of a text start at 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.version} of {self.article}"
