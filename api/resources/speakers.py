"""Speakers: whoever words come from or pass through."""

from functools import partial

from django_filters import rest_framework as df
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action

from api.filtering import Filters
from api.filters import SlugFilter, word_of
from api.merging.actions import Merging
from api.paging import ID, Order
from api.resources import references
from api.resources.feeds import FEED, AtomRenderer, feed_of
from api.resources.named import BY_NAME, BY_RELEVANCE, NamedViewSet
from api.shapes import Column, Many, One, Shape, TextOrNull
from api.writing.viewset import Writing
from quotesdb.lines import kinds
from quotesdb.models import Alias, Outlet, Quote, Speaker
from quotesdb.naming.finding import find
from quotesdb.naming.narrowing import narrowed
from quotesdb.vocabulary import SpeakerKind, choices

ALIAS = Shape("Alias", (Column("name", serializers.CharField()),))


def aliases():
    return Alias.objects.all()


SPEAKER = Shape(
    "Speaker",
    (
        Column("slug", serializers.CharField(help_text="The name in addresses. Permanent.")),
        Column("name", serializers.CharField()),
        Column("kind", serializers.ChoiceField(choices(SpeakerKind))),
        Column("description", serializers.CharField()),
        Many(
            "aliases",
            ALIAS,
            aliases,
            "speaker_id",
            ("name", "id"),
            only="name",
            help_text="Other names that it goes by.",
        ),
        Column("wikidata_id", TextOrNull(help_text='Such as "Q42"; null where none is recorded.')),
        One(
            "granted_by",
            references.OUTLET,
            help_text="The outlet that granted an anonymous source its anonymity.",
        ),
        One(
            "identified_as",
            references.SPEAKER,
            visible_if="identity_is_public",
            help_text="Who an anonymous source turned out to be, once that is public.",
        ),
    ),
)


class SpeakerFilters(Filters):
    kind = word_of(SpeakerKind, label="Such a speaker.")
    granted_by = SlugFilter(
        "granted_by",
        Outlet,
        label="Granted anonymity by this outlet (slug or alias).",
    )
    wikidata_id = df.CharFilter(label="With this Wikidata id.")
    q = df.CharFilter(method="named", label=BY_NAME)

    def named(self, speakers, name, words):
        kinds = self.given("kind").values()
        return narrowed(speakers, find(words, kinds=list(kinds)))


class SpeakerViewSet(Merging, Writing, NamedViewSet):
    kind = kinds.SPEAKER
    shape = SPEAKER
    queryset = Speaker.objects.standing()
    filterset_class = SpeakerFilters
    orders = (ID, Order("name", "name"), Order("slug", "slug"), BY_RELEVANCE)
    default_order = "name"
    lookup = "slug"
    name_type = str
    lookup_field = "slug"
    lookup_value_regex = r"[-\w]+"

    def survivors(self, name):
        return Speaker.objects.known_as(name)

    @extend_schema(summary="Quotes that a speaker said, as a feed", responses=FEED)
    @action(detail=True, renderer_classes=[AtomRenderer])
    def feed(self, request, slug):
        """The quotes that a speaker said as an Atom feed (RFC 4287), recorded last first."""
        return self.about(request, slug, [], partial(self._feed, request=request))

    def _feed(self, number, request):
        name = Speaker.objects.values_list("name", flat=True).get(pk=number)
        quotes = Quote.objects.standing().filter(speaker=number)
        return feed_of(quotes, request, f"Quotes said by {name}")
