"""Appearances: one printing of a quote by one article, with its attribution chain."""

from django_filters import rest_framework as df

from api.filters import KeyFilter, NumberOf, SlugFilter
from api.paging import ID, Order, as_date
from api.resources.curated import CuratedViewSet
from api.resources.printing import APPEARANCE
from api.resources.same_appearance import SameAppearanceFilters
from api.writing.viewset import Writing
from quotesdb.lines import kinds
from quotesdb.models import Appearance, Article, Quote, Speaker


class AppearanceFilters(SameAppearanceFilters):
    speaker = SlugFilter(
        "quote__speaker",
        Speaker,
        label="Said by this speaker (slug or alias).",
    )
    quote = NumberOf("quote", Quote, label="Of the quote with this id.")
    article = NumberOf("article", Article, label="In the article with this id.")
    key = KeyFilter(Appearance)
    language = df.CharFilter(label="In this language.")
    q = df.CharFilter("wording", "icontains", label="With these words in the wording.")

    def filter_queryset(self, queryset):
        return self.hold_together(super().filter_queryset(queryset))


class AppearanceViewSet(Writing, CuratedViewSet):
    kind = kinds.APPEARANCE
    shape = APPEARANCE
    queryset = Appearance.objects.standing()
    filterset_class = AppearanceFilters
    orders = (ID, Order("published_on", "article__sort_date", as_date))
