"""Articles: one published document, what it relies on, and what it prints."""

from django_filters import rest_framework as df
from rest_framework import serializers

from api.filtering import Filters
from api.filters import DayFilter, KeyFilter, SlugFilter
from api.paging import ID, Order, as_date
from api.resources import references
from api.resources.curated import CuratedViewSet
from api.resources.marks import corrections_of
from api.resources.printing import IN_AN_ARTICLE, appearances
from api.shapes import Column, Many, One, Shape, TextOrNull
from api.writing.viewset import Writing
from quotesdb.lines import kinds
from quotesdb.models import Article, Outlet, Reliance
from quotesdb.vocabulary import Certainty, RelianceKind, choices

RELIANCE = Shape(
    "Reliance",
    (
        One("outlet", references.OUTLET, help_text="Exactly one of outlet and article is given."),
        One("article", references.ARTICLE, "source"),
        Column("kind", serializers.ChoiceField(choices(RelianceKind))),
        Column("certainty", serializers.ChoiceField(choices(Certainty))),
        Column("evidence", serializers.CharField(help_text="Words of the article that show it.")),
    ),
)


def reliances():
    return Reliance.objects.all()


ARTICLE = Shape(
    "Article",
    (
        Column("id", serializers.IntegerField()),
        Column("key", serializers.CharField(help_text="Permanent.")),
        Column("title", TextOrNull(help_text="Null where it is not known.")),
        Column("url", TextOrNull(help_text="The canonical address; null where it is not known.")),
        Column("published_on", serializers.DateField(allow_null=True)),
        Column("language", serializers.CharField(help_text='A language tag; "und" if unknown.')),
        One("outlet", references.OUTLET, help_text="Who published it; null where not known."),
        Many(
            "relies_on",
            RELIANCE,
            reliances,
            "article_id",
            ("id",),
            help_text="The outlets and articles that it draws on.",
        ),
        corrections_of(by="article_id"),
        Many(
            "appearances",
            IN_AN_ARTICLE,
            appearances,
            "article_id",
            ("id",),
            in_lists=False,
            help_text="The quotes that it prints. In lists only where `fields` asks for it.",
        ),
    ),
)


class ArticleFilters(Filters):
    outlet = SlugFilter("outlet", Outlet, label="Published by this outlet (slug or alias).")
    relies_on = df.CharFilter(
        method="relying_on", label="Relies on this outlet (slug or alias), as far as recorded."
    )
    language = df.CharFilter(label="In this language.")
    key = KeyFilter(Article)
    published_after = DayFilter(
        "published_on", "gte", label="Published on this day or later; not the undated."
    )
    published_before = DayFilter(
        "published_on", "lte", label="Published on this day or earlier; not the undated."
    )
    q = df.CharFilter("title", "icontains", label="With these words in the title.")

    def relying_on(self, articles, name, outlet):
        return articles.relying_on(outlet)


class ArticleViewSet(Writing, CuratedViewSet):
    kind = kinds.ARTICLE
    shape = ARTICLE
    queryset = Article.objects.standing()
    filterset_class = ArticleFilters
    orders = (ID, Order("published_on", "sort_date", as_date))
    default_order = "-published_on"
