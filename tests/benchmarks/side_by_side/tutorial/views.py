from django.db.models import Count, F, Q
from django_filters import rest_framework as filters
from rest_framework import viewsets
from rest_framework.decorators import action

from quotesdb.models import Appearance, Quote
from tests.benchmarks.side_by_side.tutorial.serializers import (
    CountedQuoteSerializer,
    QuoteDetailSerializer,
    QuoteSerializer,
)


class QuoteFilter(filters.FilterSet):
    speaker = filters.CharFilter("speaker__slug")
    outlet = filters.CharFilter("appearances__article__outlet__speaker__slug", distinct=True)
    said_after = filters.DateFilter(method="after")
    said_before = filters.DateFilter(method="before")

    def after(self, quotes, name, day):
        return quotes.filter(Q(said_until__gte=day) | Q(said_until=None, said_from__isnull=False))

    def before(self, quotes, name, day):
        return quotes.filter(Q(said_from__lte=day) | Q(said_from=None, said_until__isnull=False))


class KeptQuoteViewSet(viewsets.ReadOnlyModelViewSet):
    """With the counts that our tables keep, of which an ordinary app has none."""

    queryset = Quote.objects.select_related("speaker").order_by("-sort_date", "-id")
    serializer_class = QuoteSerializer
    filterset_class = QuoteFilter
    search_fields = ["text", "appearances__wording"]

    def get_queryset(self):
        if self.action == "retrieve":
            return self.queryset.prefetch_related(
                "appearances__article__outlet__speaker",
                "appearances__segments",
                "appearances__chain__speaker",
                "appearances__chain__article__outlet__speaker",
            )
        return self.queryset.all()

    def get_serializer_class(self):
        return QuoteDetailSerializer if self.action == "retrieve" else QuoteSerializer

    @action(detail=False, url_path="by-speaker")
    def by_speaker(self, request):
        counted = Quote.objects.values("speaker", slug=F("speaker__slug")).annotate(
            quote_count=Count("id")
        )
        return self._largest(counted.order_by("-quote_count", F("speaker").desc(nulls_last=True)))

    @action(detail=False, url_path="by-outlet")
    def by_outlet(self, request):
        printed = Appearance.objects.filter(quote__speaker__slug=request.query_params["speaker"])
        counted = printed.values(
            outlet=F("article__outlet"), slug=F("article__outlet__speaker__slug")
        ).annotate(quote_count=Count("quote", distinct=True))
        return self._largest(counted.order_by("-quote_count", F("outlet").desc(nulls_last=True)))

    def _largest(self, groups):
        page = self.paginate_queryset(groups)
        return self.get_paginated_response(page)


class QuoteViewSet(KeptQuoteViewSet):
    """Appearances are counted as Django's documentation teaches it."""

    def get_queryset(self):
        quotes = super().get_queryset()
        if self.action != "list":
            return quotes
        return quotes.annotate(counted=Count("appearances", distinct=True))

    def get_serializer_class(self):
        return CountedQuoteSerializer if self.action == "list" else super().get_serializer_class()
