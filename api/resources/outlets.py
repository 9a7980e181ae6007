"""Outlets: who publishes. Each is a speaker too, under the same slug."""

from functools import partial

from django_filters import rest_framework as df
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action

from api.filtering import Filters
from api.filters import word_of
from api.merging.actions import Merging
from api.paging import ID, Order
from api.resources.feeds import FEED, AtomRenderer, feed_of
from api.resources.named import BY_NAME, BY_RELEVANCE, NamedViewSet
from api.resources.speakers import ALIAS, aliases
from api.shapes import Column, Many, Shape, TextOrNull
from api.writing.viewset import Writing
from quotesdb.lines import kinds
from quotesdb.models import Outlet, Quote
from quotesdb.naming.finding import find
from quotesdb.naming.narrowing import narrowed
from quotesdb.vocabulary import OutletKind, SpeakerKind

OUTLET = Shape(
    "Outlet",
    (
        Column(
            "slug",
            serializers.CharField(help_text="The name in addresses. Permanent."),
            "speaker__slug",
        ),
        Column("name", serializers.CharField(), "speaker__name"),
        Column("kind", TextOrNull(help_text=f"{', '.join(OutletKind)}; or null.")),
        Column("description", serializers.CharField(), "speaker__description"),
        Many(
            "aliases",
            ALIAS,
            aliases,
            "speaker__outlet",
            ("name", "id"),
            only="name",
            help_text="Other names that it goes by.",
        ),
        Column(
            "wikidata_id",
            TextOrNull(help_text='Such as "Q42"; null where none is recorded.'),
            "speaker__wikidata_id",
        ),
        Column("domain", TextOrNull(help_text="Null where it is not known.")),
        Column("country", TextOrNull(help_text="ISO 3166, two letters; null where not known.")),
        Column("language", TextOrNull(help_text="A language tag; null where it is not known.")),
    ),
)


class OutletFilters(Filters):
    kind = word_of(OutletKind, label="Such an outlet.")
    country = df.CharFilter(lookup_expr="iexact", label="In this country (ISO 3166).")
    language = df.CharFilter(label="Mostly in this language.")
    domain = df.CharFilter(lookup_expr="iexact", label="With this domain.")
    q = df.CharFilter(method="named", label=BY_NAME)

    def named(self, outlets, name, words):
        return narrowed(outlets, find(words, kinds=[SpeakerKind.OUTLET]), "speaker")


class OutletViewSet(Merging, Writing, NamedViewSet):
    kind = kinds.OUTLET
    shape = OUTLET
    queryset = Outlet.objects.standing()
    filterset_class = OutletFilters
    orders = (
        ID,
        Order("name", "speaker__name"),
        Order("slug", "speaker__slug"),
        BY_RELEVANCE,
    )
    default_order = "name"
    lookup = "speaker__slug"
    name_type = str
    lookup_field = "slug"
    lookup_value_regex = r"[-\w]+"

    def survivors(self, name):
        return Outlet.objects.known_as(name)

    @extend_schema(summary="Quotes that an outlet prints, as a feed", responses=FEED)
    @action(detail=True, renderer_classes=[AtomRenderer])
    def feed(self, request, slug):
        """The quotes that an outlet prints as an Atom feed (RFC 4287), recorded last first."""
        return self.about(request, slug, [], partial(self._feed, request=request))

    def _feed(self, number, request):
        name = Outlet.objects.values_list("speaker__name", flat=True).get(pk=number)
        quotes = Quote.objects.standing().filter(printed_by__outlet=number)
        return feed_of(quotes, request, f"Quotes printed by {name}")
