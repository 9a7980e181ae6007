"""What is asked of a search, and where the words stand that were looked for."""

from functools import cache

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

from api.parameters import true_or_false
from api.rendering import with_member
from api.specification import serializer_of
from quotesdb.printed_words import words_of
from quotesdb.search import BadQuery, Found, Marker, Query, parse

ABOUT_Q = (
    "With these words, in any of their forms, in the reference wording or a printed one. "
    '`"in quotation marks"`: side by side, exactly so; `-word`: without it; `begin*`: beginning '
    "so; `one OR other`. Accents, spelling and typography make no difference."
)


def query_of(typed: str) -> Query:
    """What somebody looks for.

    Raises ValidationError where that cannot be looked for.
    """
    try:
        return parse(typed)
    except BadQuery as reason:
        raise ValidationError({"q": [ErrorDetail(str(reason), "not_searchable")]}) from reason


def wants_highlights(params) -> bool:
    """Whether the words that were looked for shall be marked.

    Raises ValidationError where nothing is looked for.
    """
    wanted = true_or_false(params, "highlight")
    if wanted and "q" not in params:
        raise ValidationError({"highlight": ["There is nothing to mark without q."]})
    return wanted


def with_highlights(found: Found, quotes: list[int], told: list[str]) -> list[str]:
    """What is told of these quotes, each with the marks in its wordings.

    One query more; two where the quotes were not ranked.
    """
    marker, words, documents = Marker(found.query), words_of(quotes), found.documents_of(quotes)
    return [
        with_member(one, "highlights", [_told(it) for it in marked])
        for one, quote in zip(told, quotes, strict=True)
        for marked in [marker.marked(words[quote], documents.get(quote, ""))]
    ]


def _told(marked) -> dict:
    marks = [{"start": start, "end": end} for start, end in marked.marks]
    return {"appearance": marked.appearance, "text": marked.text, "marks": marks}


class PlaceOfWordsSerializer(serializers.Serializer):
    start = serializers.IntegerField(help_text="Offset in `text`, in code points.")
    end = serializers.IntegerField(help_text="Exclusive.")


class HighlightSerializer(serializers.Serializer):
    appearance = serializers.IntegerField(
        allow_null=True,
        help_text="The first appearance that prints this wording; null: the reference.",
    )
    text = serializers.CharField(help_text="The wording, whole and as printed.")
    marks = PlaceOfWordsSerializer(many=True, help_text="Where the words stand, in order.")


@cache
def highlights_of(shape):
    """What the schema shows of a list of what was found."""
    options = {"many": True, "read_only": True}
    highlights = HighlightSerializer(
        **options, help_text="Only with `highlight=true`: the wordings that were found."
    )
    return type(f"Found{shape.name}Serializer", (serializer_of(shape),), {"highlights": highlights})
