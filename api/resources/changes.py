"""What changed, in the order in which it was committed, for whoever keeps a copy in step."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from api.freshness import fresh
from api.paging import link
from api.parameters import refuse_unknown, whole_number
from quotesdb import changes, editions
from quotesdb.models import Change
from quotesdb.nearest import did_you_mean
from quotesdb.vocabulary import Happened, choices

KINDS = list(changes.KINDS.values())
COLUMNS = ("id", "at", "kind", "key", "what", "version", "merged_into")
BY_SLUG = ("speaker", "outlet")
GONE = (Happened.DELETED, Happened.REDACTED)
MOST, USUALLY = 1000, 200
LONGEST = 18
"""Digits of a cursor: more than there will ever be."""

NOT_OURS = (
    "Not a cursor of ours: give the `cursor` of an earlier answer, or leave it out to begin anew."
)
NOT_YET = (
    "There has been no such change here: this cursor is another database's, or this one was put "
    "back to an earlier state. Leave it out to begin anew."
)


class ChangeSerializer(serializers.Serializer):
    """That an act did something to a record."""

    id = serializers.IntegerField(read_only=True, help_text="Grows with every change.")
    at = serializers.DateTimeField(read_only=True, help_text="The moment of the act.")
    kind = serializers.ChoiceField([(kind, kind) for kind in KINDS], read_only=True)
    key = serializers.CharField(read_only=True, help_text="The record's permanent key or slug.")
    what = serializers.ChoiceField(choices(Happened), read_only=True)
    version = serializers.IntegerField(read_only=True, help_text="The record's, after the act.")
    merged_into = serializers.CharField(
        read_only=True, allow_null=True, help_text="The key or slug of what took its place."
    )
    url = serializers.URLField(
        read_only=True, allow_null=True, help_text="Of the record; null where it is no longer."
    )


class ChangesSerializer(serializers.Serializer):
    cursor = serializers.IntegerField(
        read_only=True, help_text="For `after`: that of the last change told here, or as given."
    )
    next = serializers.URLField(
        read_only=True, help_text="What comes after; given even where nothing has come yet."
    )
    results = ChangeSerializer(many=True, read_only=True, help_text="In the order of commits.")


class Changes(APIView):
    @extend_schema(
        operation_id="changes",
        summary="What changed since",
        tags=["changes"],
        parameters=[
            OpenApiParameter(
                "after",
                {"type": "integer", "minimum": 0},
                description="The `cursor` of an earlier answer; left out: from the beginning.",
            ),
            OpenApiParameter(
                "kind", str, enum=KINDS, description="Only what happened to such records."
            ),
            OpenApiParameter(
                "page_size",
                {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUALLY},
                description="How many at one time.",
            ),
        ],
        responses=ChangesSerializer,
    )
    @fresh
    def get(self, request):
        """What became of which record, oldest first. Keep the `cursor`, and come back with it.

        No change is ever told later with a number that is smaller than one told before.
        """
        params = request.query_params
        refuse_unknown(params, ("after", "kind", "page_size"))
        size, after = whole_number(params, "page_size", MOST, USUALLY), _cursor(params)
        mark = editions.present()
        rows = list(_changes(params, after).values_list("number", *COLUMNS)[:size])
        if not rows and after:
            _refuse_unless_known(after)
        cursor = rows[-1][1] if rows else after
        answer = {
            "cursor": cursor,
            "next": link(request, str(cursor), "after"),
            "results": [
                _told(number, dict(zip(COLUMNS, row, strict=True)), request)
                for number, *row in rows
            ],
        }
        return Response(answer), mark


def _cursor(params) -> int:
    text = params.get("after", "0")
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST):
        raise ValidationError({"after": [ErrorDetail(NOT_OURS, "unknown_cursor")]})
    return int(text)


def _changes(params, after):
    kind = params.get("kind")
    if kind is not None and kind not in KINDS:
        raise ValidationError({"kind": [f'"{kind}" is no kind.{did_you_mean(kind, KINDS)}']})
    rows = Change.objects.after(after)
    return rows if kind is None else rows.filter(kind=kind)


def _refuse_unless_known(after: int) -> None:
    last = Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    if after > last:
        raise ValidationError({"after": [ErrorDetail(NOT_YET, "unknown_cursor")]})


def _told(number, row, request) -> dict:
    row["merged_into"] = row["merged_into"] or None
    name = row["key"] if row["kind"] in BY_SLUG else number
    gone = row["what"] in GONE
    row["url"] = None if gone else reverse(f"{row['kind']}s-detail", [name], request=request)
    return row
