"""Quotes: one act of saying, with all its appearances."""

from functools import partial

from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from api.freshness import fresh
from api.merging.actions import Merging
from api.paging import ID, Order, as_date
from api.parameters import refuse_unknown
from api.permissions import NEEDED, refuse
from api.reading import Plan
from api.rendering import JSONRenderer, written
from api.resources import references
from api.resources.curated import CuratedViewSet
from api.resources.exports import FORMATS, export_of, refuse_narrowing
from api.resources.facet_answers import FacetsSerializer
from api.resources.facets import PARAMETERS as FACETS
from api.resources.facets import facets_of
from api.resources.feeds import FEED, AtomRenderer, feed_of, feed_title
from api.resources.marks import corrections_of
from api.resources.of_outlet import IN_ORDER
from api.resources.pictures import DARK_STYLE, PICTURES
from api.resources.printing import IN_A_QUOTE, appearances
from api.resources.provenance import Graph, origins_of, wordings_of
from api.resources.provenance_answers import (
    GraphSerializer,
    OriginsSerializer,
    WordingsSerializer,
)
from api.resources.quote_filters import QuoteFilters
from api.resources.ranking import RELEVANCE, ranked
from api.resources.sampling import PARAMETERS as SAMPLING
from api.resources.sampling import sample_of, sample_serializer
from api.resources.searching import highlights_of, wants_highlights, with_highlights
from api.selection import summary
from api.shapes import Column, Many, One, Shape
from api.specification import serializer_of
from api.statements import columns_in, listed, read
from api.views import DETAIL_PARAMETERS, LIST_PARAMETERS, Cut
from api.writing.keeping import create_with_appearances
from api.writing.reading import APPEARANCES, resource_of
from api.writing.viewset import Writing
from quotesdb import editions
from quotesdb.lines import kinds
from quotesdb.models import Quote
from quotesdb.models.quote import COUNTS
from quotesdb.nearest import did_you_mean
from quotesdb.provenance.rules import ALL, Rule
from quotesdb.vocabulary import AttributionStatus, RecordSource, choices

QUOTE = Shape(
    "Quote",
    (
        Column("id", serializers.IntegerField()),
        Column("key", serializers.CharField(help_text="Permanent.")),
        Column("text", serializers.CharField(help_text="The reference wording.")),
        Column("language", serializers.CharField(help_text='A language tag; "und" if unknown.')),
        One(
            "speaker",
            references.SPEAKER,
            help_text="Who said it; null where nobody knows, which is not the same as anonymous.",
        ),
        Column(
            "said_from",
            serializers.DateField(allow_null=True, help_text="Said on this day or later."),
        ),
        Column(
            "said_until",
            serializers.DateField(allow_null=True, help_text="Said on this day or earlier."),
        ),
        Column("occasion", serializers.CharField()),
        Column(
            "attribution_status",
            serializers.ChoiceField(
                choices(AttributionStatus),
                help_text="How sure it is who said it; never whether it is true.",
            ),
        ),
        Column("record_source", serializers.ChoiceField(choices(RecordSource))),
        Column(
            "appearance_count",
            serializers.IntegerField(
                help_text="How often it is printed. Copies are no witnesses: this is not a number "
                "of sources."
            ),
        ),
        Column(
            "independent_origins",
            serializers.IntegerField(
                help_text="How many sources that is, as the articles declare it: see `origins/`."
            ),
        ),
        Column(
            "independent_origins_inferred",
            serializers.IntegerField(
                help_text="How many sources that is as far as can be inferred; never more."
            ),
        ),
        corrections_of(by="quote_id"),
        Many(
            "appearances",
            IN_A_QUOTE,
            appearances,
            "quote_id",
            ("id",),
            in_lists=False,
            help_text="Where it was printed, and through whose hands it came. In lists only where "
            "`fields` asks for it.",
        ),
    ),
)

FoundQuoteSerializer = highlights_of(QUOTE)


class QuoteViewSet(Merging, Writing, CuratedViewSet):
    kind = kinds.QUOTE
    shape = QUOTE
    queryset = Quote.objects.standing()
    filterset_class = QuoteFilters
    orders = (
        ID,
        RELEVANCE,
        Order("sort_date", "sort_date", as_date, where_printed=IN_ORDER),
        *(Order(name, name, int) for name in COUNTS),
    )
    default_order = "-sort_date"
    about_order = "Ties: by id. Where `q` is given, the default is `relevance`: best first."
    list_parameters = (*LIST_PARAMETERS, "highlight")
    detail_parameters = (*DETAIL_PARAMETERS, "format")

    @extend_schema(responses=FoundQuoteSerializer(many=True))
    def list(self, request):
        self.highlighted = wants_highlights(request.query_params)
        return super().list(request)

    def order_unless_given(self):
        return RELEVANCE.name if "q" in self.request.query_params else self.default_order

    def mark_before(self, params):
        # A search reads the mark by itself before all else.
        return (
            None if self.filterset_class.asked_by(params) == ["q"] else super().mark_before(params)
        )

    def cut(self, asked, wanted):
        found = asked.filters.found
        if asked.page.order is RELEVANCE:
            return self._ranked(asked, wanted)
        cut = super().cut(asked, wanted)
        return cut if found is None else cut._replace(mark=found.mark)

    def _ranked(self, asked, wanted):
        filters, page = asked.filters, asked.page
        if filters.found is None:
            raise ValidationError({"ordering": ["There is no relevance without q."]})
        keys, more, before = page.trimmed(ranked(filters.found, filters.but_for_words, page))
        quotes = [quote for _, quote in keys]
        _, rows = read(QUOTE, wanted, Quote, listed(quotes), False)
        held = {columns_in(row)[0]: row for row in rows}
        told = [held[it] for it in quotes if it in held]
        return Cut(filters.found.mark, told, keys[:1] + keys[-1:], more, before)

    def told(self, asked, rows):
        documents = super().told(asked, rows)
        if not self.highlighted:
            return documents
        quotes = [columns_in(row)[-1] for row in rows]
        return with_highlights(asked.filters.found, quotes, documents)

    def get_renderers(self):
        if self.action == "retrieve":
            return [made() for made in (JSONRenderer, *FORMATS)]
        return super().get_renderers()

    @property
    def default_response_headers(self):
        # The framework looks at the class's renderers only to see whether an answer varies.
        varies = {"Vary": "Accept"} if self.action == "retrieve" else {}
        return super().default_response_headers | varies

    @extend_schema(
        responses={
            (200, JSONRenderer.media_type): serializer_of(QUOTE),
            **{(200, made.media_type): made.schema for made in FORMATS},
        },
        description="Answers 301 where the record was merged into another.\n\nAs JSON, or in the "
        "formats of others: `format=schema-org`, `prov`, `annotation`, `csl` or `bibtex`, or by "
        "`Accept`. `fields` and `omit` go with JSON only.",
    )
    def retrieve(self, request, **kwargs):
        if request.accepted_renderer.format == JSONRenderer.format:
            return super().retrieve(request, **kwargs)
        refuse_narrowing(request)
        export = partial(export_of, request=request)
        return self.about(request, kwargs["id"], ["format"], export)

    @extend_schema(summary="How many quotes are whose", responses=FacetsSerializer)
    @action(detail=False)
    @fresh
    def facets(self, request):
        """The quotes that the filters keep, counted by what `group_by` names; largest group first.

        A quote counts once in a group. By `outlet` and by `form` it counts in every group in which
        it is printed, and a quote that nobody printed in none; the conditions that bind one
        appearance bind that very printing. By `year` it is the year of `sort_date`.
        """
        refuse_unknown(request.query_params, [*self.filterset_class.base_filters, *FACETS])
        mark = editions.present()
        return written(facets_of(request, self.filters())), mark

    @extend_schema(summary="Some quotes, by chance", responses=sample_serializer(QUOTE))
    @action(detail=False)
    @fresh
    def sample(self, request):
        """As many of the quotes that the filters keep as `n` says, chosen by chance.

        The same seed chooses the same quotes as long as the data are the same, on either engine
        and in every copy; a smaller `n` gives the first of them. Without a seed one is made up, and
        told. A sample reads the key of every quote that the filters keep.
        """
        refuse_unknown(request.query_params, [*self.filterset_class.base_filters, *SAMPLING])
        mark = editions.present() if "seed" in request.query_params else None
        plan = Plan(QUOTE, self.wanted(summary(QUOTE)))
        return Response(sample_of(request.query_params, self.filters().qs, plan)), mark

    @extend_schema(summary="Quotes recorded last, as a feed", responses=FEED)
    @action(detail=False, renderer_classes=[AtomRenderer])
    @fresh
    def feed(self, request):
        """The quotes that the filters keep as an Atom feed, those recorded last first.

        What is subscribed to may be a search: `q` and all filters of the list hold here.
        """
        refuse_unknown(request.query_params, self.filterset_class.base_filters)
        mark = editions.present()
        return Response(feed_of(self.filters().qs, request, feed_title(request))), mark

    @extend_schema(summary="How many sources is that really", responses=OriginsSerializer)
    @action(detail=True)
    def origins(self, request, id):
        """The appearances by origin: as the articles declare it, and as far as can be inferred.

        Copies are no witnesses: the two counts, not the number of appearances, say how many
        independent sources there are. Each joining is explained.
        """
        return self.about(request, id, ["without"], partial(origins_of, without=self._without()))

    @extend_schema(summary="How the words changed on the way", responses=WordingsSerializer)
    @action(detail=True)
    def wordings(self, request, id):
        """Every printing beside the reference wording, nearest to the origin first.

        An alert names two direct printings that differ inside the marks, by more than typography:
        at most one of them can be what was said.
        """
        return self.about(request, id, [], wordings_of)

    @extend_schema(summary="Who had the words from whom", responses=GraphSerializer)
    @action(detail=True, renderer_classes=PICTURES)
    @method_decorator(csp_update({"style-src": [DARK_STYLE]}))
    def graph(self, request, id):
        """Speakers, outlets and articles, and the words going from one to the other.

        As JSON, or drawn: `format=svg`, `dot` or `mermaid`, or by `Accept`.
        """
        return self.about(request, id, ["format"], Graph)

    def created(self, body, deed):
        if APPEARANCES in body:
            refuse(self.request, NEEDED["appearances_create"])
        printing = resource_of(kinds.APPEARANCE, IN_A_QUOTE, frozenset({"quote"}))
        return create_with_appearances(self.resource, printing, body, deed)

    def _without(self):
        """The inferring rules that are switched off."""
        given = self.request.query_params.get("without", "")
        names = [name.strip() for name in given.split(",") if name.strip()]
        known = sorted(rule.value for rule in ALL)
        for name in names:
            if name not in known:
                sentence = f'"{name}" is no inferring rule.{did_you_mean(name, known)}'
                raise ValidationError({"without": [sentence]})
        return frozenset(map(Rule, names))
