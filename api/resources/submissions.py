"""An article that is handed in to be read: kept, with what our readers find in it as candidates."""

from typing import ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from api.bodies import JSONParser, members_of
from api.idempotency import once
from api.parameters import refuse_unknown
from api.reading import Plan
from api.resources import references
from api.selection import everything
from api.specification import serializer_of
from api.writing.schema import IDEMPOTENCY_KEY
from quotesdb.ingest import handing_in
from quotesdb.ingest.handing_in import LONGEST, NoArticle
from quotesdb.ingest.proposing import Outcome
from quotesdb.ingest.submitting import KEY, LONGEST_TITLE, Submission
from quotesdb.models import Article, Candidate
from quotesdb.vocabulary import Door, choices

WAYS = ("text", "page", "url")
NO_WAY = "Give the article as `text` or as `page` (HTML), or a `url` alone to have it fetched."
TWO_WAYS = "Give the article as `text` or as `page`, not as both."


class ArticleParser(JSONParser):
    """JSON with a whole article in it, each character escaped."""

    most_bytes = 6 * LONGEST


class SubmissionSerializer(serializers.Serializer):
    text = serializers.CharField(
        required=False,
        trim_whitespace=False,
        help_text="The article alone, without menus and advertisements.",
    )
    page = serializers.CharField(
        required=False,
        trim_whitespace=False,
        help_text="Instead: the page that it stands on, in HTML.",
    )
    url = serializers.URLField(
        required=False,
        max_length=2000,
        help_text="By its address an article is known again. With neither text nor page, it is "
        "fetched from there; the address must lie on the public internet.",
    )
    key = serializers.RegexField(
        rf"^{KEY.pattern}\Z",
        required=False,
        help_text="The permanent key of an article that is held without a text, or that a new one "
        "shall have if it is free.",
    )
    title = serializers.CharField(required=False, max_length=LONGEST_TITLE)
    site = serializers.CharField(
        required=False, max_length=300, help_text="The name of an outlet that is held."
    )
    published_on = serializers.DateField(required=False)
    language = serializers.CharField(
        required=False, max_length=35, default="und", help_text='A tag; "und" where unknown.'
    )

    def validate(self, given):
        if "text" in given and "page" in given:
            raise ValidationError({"page": [TWO_WAYS]})
        if not any(way in given for way in WAYS):
            raise ValidationError({"text": [NO_WAY]})
        return given


class SubmittedSerializer(serializers.Serializer):
    outcome = serializers.ChoiceField(
        choices(Outcome),
        help_text="`new`: the article was not held; `changed`: it was, with another text; "
        "`unchanged`: it was, with this very text.",
    )
    article = serializer_of(references.ARTICLE)()
    candidates = serializers.IntegerField(help_text="New ones: what was found for the first time.")
    waiting = serializers.IntegerField(
        help_text="All candidates of this text about which nobody has decided."
    )


class Submissions(APIView):
    parser_classes = [ArticleParser]
    operations: ClassVar = {"POST": "submissions_create"}

    @extend_schema(
        operation_id="submissions_create",
        summary="Hand in an article to be read",
        tags=["candidates"],
        request=SubmissionSerializer,
        parameters=[IDEMPOTENCY_KEY],
        responses={201: SubmittedSerializer, 200: SubmittedSerializer},
    )
    @once(beforehand=lambda view, request: view.read(request))
    def post(self, request, brought):
        """Keeps an article, and what is found in it as candidates, which wait for a curator.

        It is the same article by its address, else by its text: handed in again it makes nothing
        new and answers 200, and another text at the same address is a new version. The text is
        kept as evidence and shown to reviewers only.
        """
        kept = handing_in.keep(brought, by=request.user, door=Door.API)
        address = reverse("articles-detail", args=[kept.article.pk], request=request)
        status = 200 if kept.outcome is Outcome.UNCHANGED else 201
        return Response(told(kept), status=status, headers={"Location": address})

    def read(self, request):
        """What was handed in, fetched if need be, with what our readers find in it."""
        refuse_unknown(request.query_params, [])
        asked = SubmissionSerializer(data=members_of(request.data, SubmissionSerializer().fields))
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        way = next(way for way in WAYS if way in given)
        try:
            return handing_in.read(handing_in.completed(typed(given), document(way, given[way])))
        except NoArticle as error:
            raise ValidationError({way: [str(error)]}) from error


def document(way, given):
    """The document that a page or an address holds; None for a plain text."""
    match way:
        case "page":
            return handing_in.uploaded("page", given.encode())
        case "url":
            return handing_in.fetched(given)
    return None


def typed(given):
    known = {
        name: given[name]
        for name in ("title", "url", "site", "published_on", "language")
        if name in given
    }
    return Submission(given.get("text", "").strip("\n"), name=given.get("key", ""), **known)


def told(kept):
    plan = Plan(references.ARTICLE, everything(references.ARTICLE))
    [article] = plan.answers(plan.rows(Article.objects.filter(pk=kept.article.pk)))
    return {
        "outcome": kept.outcome.value,
        "article": article,
        "candidates": kept.candidates,
        "waiting": Candidate.objects.of_article(kept.article.pk).waiting().count(),
    }
