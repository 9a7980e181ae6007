"""What there is below /api/v1/."""

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from api.parameters import refuse_unknown

LISTS = (
    "speakers",
    "outlets",
    "articles",
    "quotes",
    "appearances",
    "corrections",
    "merges",
    "duplicates",
    "candidates",
)
QUESTIONS = ("autocomplete", "changes", "lookup", "submissions")
PAGES = ("schema", "docs", "redoc")
ALL = (*LISTS, *QUESTIONS, *PAGES)


class Index(APIView):
    @extend_schema(
        operation_id="index",
        summary="What there is to ask",
        tags=["index"],
        responses=inline_serializer(
            "Index",
            {name: serializers.URLField(read_only=True) for name in ALL},
        ),
    )
    def get(self, request):
        refuse_unknown(request.query_params, [])
        lists = {name: reverse(f"{name}-list", request=request) for name in LISTS}
        others = (*QUESTIONS, *PAGES)
        return Response(lists | {name: reverse(name, request=request) for name in others})
