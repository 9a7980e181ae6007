"""Whose words are these: the one question that comes with a body, and changes nothing."""

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from api.authentication import KeyAuthentication
from api.bodies import members_of, number_in, text_in
from api.parameters import refuse_unknown
from api.reading import Plan
from api.resources.lookup_answers import (
    FOUND_QUOTE,
    MOST_MATCHES,
    USUALLY,
    LookupAnswerSerializer,
    LookupSerializer,
)
from api.selection import everything, select
from api.throttles import LookingUp
from quotesdb import measures
from quotesdb.lookup import look_up
from quotesdb.lookup.thresholds import MOST_CHARACTERS
from quotesdb.models import Quote
from quotesdb.provenance.documents import operation_document

MEMBERS = ("fields", "most", "text")


class Lookup(APIView):
    """Answers from what is held; the text is neither kept nor written to any log."""

    authentication_classes = [KeyAuthentication]
    throttle_classes = [LookingUp]

    @extend_schema(
        operation_id="lookup",
        summary="Whose words are these",
        tags=["lookup"],
        request=LookupSerializer,
        responses=LookupAnswerSerializer,
    )
    def post(self, request):
        """Every quotation in a text, by its place, with a verdict and the quotes that bear it out.

        A phrase without quotation marks is looked up whole. The verdict says how the words are
        found again, and nothing about whether anybody was right to print them. Changes nothing;
        what is sent is not kept.
        """
        refuse_unknown(request.query_params, [])
        body = members_of(request.data, MEMBERS)
        most = number_in(body, "most", MOST_MATCHES, USUALLY)
        plan = Plan(FOUND_QUOTE, wanted(body))
        answers = look_up(_words_in(body))
        measures.looked_up(
            it.judged.verdict.value if it.judged else it.status.value for it in answers
        )
        return Response({"results": _Results(request, plan, most).of(answers)})


def wanted(body):
    """The fields of quotes that are asked for."""
    fields = body.get("fields")
    if not isinstance(fields, str | None):
        raise ValidationError({"fields": ["Must be a text."]})
    return select(FOUND_QUOTE, everything(FOUND_QUOTE), fields, None)


def _words_in(body):
    text = text_in(body, "text", MOST_CHARACTERS)
    if not text.strip():
        raise ValidationError({"text": ["There are no words in it."]})
    return text


class _Results:
    """Answers as documents, with what is told of all their quotes read at once."""

    def __init__(self, request, plan, most):
        self.address = reverse("quotes-list", request=request)
        self.plan = plan
        self.most = most

    def of(self, answers):
        matches = [self._likeliest(answer) for answer in answers]
        quotes = self._told({one.near.quote for some in matches for one in some})
        return [
            self._result(
                answer, [self._match(one, quotes) for one in some if one.near.quote in quotes]
            )
            for answer, some in zip(answers, matches, strict=True)
        ]

    def _likeliest(self, answer):
        if answer.judged is None:
            return ()
        most = max(self.most, len(answer.judged.parts))
        return (*answer.judged.meant, *answer.judged.others)[:most]

    def _told(self, numbers):
        rows = self.plan.rows(Quote.objects.filter(pk__in=numbers).order_by())
        keys = (row[self.plan.key] for row in rows)
        return dict(zip(keys, self.plan.answers(rows), strict=True))

    def _result(self, answer, matches):
        item, judged = answer.item, answer.judged
        segments = zip(item.places, item.segments, strict=True)
        return {
            "start": item.start,
            "end": item.end,
            "text": item.text,
            "segments": [
                {"start": start, "end": end, "text": text} for (start, end), text in segments
            ],
            "named": _named(item.speaker),
            "status": answer.status.value,
            "verdict": judged.verdict.value if judged else None,
            "speaker_differs": answer.speaker_differs,
            "sentence": answer.sentence,
            "parts": [_part(part) for part in judged.parts] if judged else [],
            "matches": matches,
        }

    def _match(self, one, quotes):
        near = one.near
        return {
            "quote": quotes[near.quote],
            "origins": f"{self.address}{near.quote}/origins/",
            "appearance": near.appearance,
            "wording": near.text,
            "class": one.comparison.kind.value,
            "similarity": round(one.comparison.similarity, 3),
            "operations": [operation_document(step) for step in one.comparison.operations],
        }


def _named(speaker):
    if speaker is None:
        return None
    mention = speaker.mention.text if speaker.mention else None
    return {"name": speaker.name, "kind": speaker.kind.value, "mention": mention}


def _part(part):
    near = part.likeness.near
    return {
        "start": part.start,
        "end": part.end,
        "text": part.text,
        "quote": near.quote,
        "appearance": near.appearance,
    }
