"""Corrections: what became known against a quote, an appearance or an article."""

from django_filters import rest_framework as df
from rest_framework import serializers

from api.filtering import Filters
from api.filters import DayFilter, KeyFilter, NumberOf, TrueOrFalse, word_of
from api.paging import ID, Order, as_date
from api.resources import references
from api.resources.curated import CuratedViewSet
from api.resources.marks import MARK, WAY, affected
from api.shapes import Column, Many, One, Shape, TextOrNull
from api.writing.viewset import Writing
from quotesdb.lines import kinds
from quotesdb.models import Appearance, Article, Correction, Quote
from quotesdb.vocabulary import CorrectionKind

AFFECTS = Shape(
    "Affected",
    (One("appearance", references.APPEARANCE, help_text="The printing it comes to."), *WAY),
)

CORRECTION = Shape(
    "Correction",
    (
        *MARK.fields,
        One("quote", references.QUOTE, help_text="Exactly one of these three is given."),
        One("appearance", references.APPEARANCE),
        One("article", references.ARTICLE),
        Column(
            "taken_back_on",
            serializers.DateField(
                allow_null=True, help_text="From then on it affects nothing; null while in force."
            ),
        ),
        Column(
            "taken_back_because",
            TextOrNull(help_text="Why it was wrong itself; null while in force."),
        ),
        Many(
            "affects",
            AFFECTS,
            affected,
            "correction_id",
            ("appearance_id",),
            in_lists=False,
            help_text="All appearances that it comes to. In lists only where `fields` asks for it.",
        ),
    ),
)


class CorrectionFilters(Filters):
    kind = word_of(CorrectionKind, label="Of this kind.")
    quote = NumberOf("quote", Quote, label="About the quote with this id.")
    appearance = NumberOf("appearance", Appearance, label="About the appearance with this id.")
    article = NumberOf("article", Article, label="About the article with this id.")
    key = KeyFilter(Correction)
    taken_back = TrueOrFalse(method="which_were_taken_back", label="Taken back, or in force.")
    made_after = DayFilter(
        "made_on", "gte", label="Made known on this day or later; not the undated."
    )
    made_before = DayFilter(
        "made_on", "lte", label="Made known on this day or earlier; not the undated."
    )
    q = df.CharFilter("reason", "icontains", label="With these words in the reason.")

    def which_were_taken_back(self, corrections, name, is_so):
        return corrections.taken_back(is_so=is_so)


class CorrectionViewSet(Writing, CuratedViewSet):
    kind = kinds.CORRECTION
    shape = CORRECTION
    queryset = Correction.objects.standing()
    filterset_class = CorrectionFilters
    orders = (ID, Order("made_on", "sort_date", as_date))
    default_order = "-made_on"
