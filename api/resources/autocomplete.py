"""What an input field proposes while somebody types a name."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from api.parameters import refuse_unknown, whole_number
from quotesdb.naming.finding import find, most_quoted
from quotesdb.naming.folding import LONGEST
from quotesdb.naming.telling import tell
from quotesdb.nearest import did_you_mean
from quotesdb.vocabulary import SpeakerKind, choices

SPEAKER, OUTLET = "speaker", "outlet"
KINDS = {
    SPEAKER: [kind.value for kind in SpeakerKind if kind is not SpeakerKind.OUTLET],
    **{kind.value: [kind.value] for kind in SpeakerKind},
}
MOST, USUALLY = 50, 10


class MatchMarkSerializer(serializers.Serializer):
    start = serializers.IntegerField(read_only=True)
    end = serializers.IntegerField(read_only=True)


class ProposalSerializer(serializers.Serializer):
    """A speaker or an outlet that may be meant."""

    type = serializers.ChoiceField([SPEAKER, OUTLET], read_only=True)
    slug = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    kind = serializers.ChoiceField(choices(SpeakerKind), read_only=True)
    matched = serializers.CharField(
        read_only=True,
        help_text="What was found: its name, an alias, the name of a record that was merged into "
        "it, or the description of an anonymous source.",
    )
    marks = MatchMarkSerializer(
        many=True, read_only=True, help_text="Where in `matched` that stands, in code points."
    )
    description = serializers.CharField(read_only=True)
    told_apart = serializers.CharField(
        read_only=True, help_text="What tells it from others of its name, for people."
    )
    url = serializers.URLField(read_only=True)


class ProposalsSerializer(serializers.Serializer):
    results = ProposalSerializer(many=True, read_only=True, help_text="The likeliest first.")


class Autocomplete(APIView):
    @extend_schema(
        operation_id="autocomplete",
        summary="Who is meant, while a name is typed",
        tags=["autocomplete"],
        parameters=[
            OpenApiParameter(
                "q",
                {"type": "string", "minLength": 1, "maxLength": LONGEST},
                description="What was typed. Left out: those who are quoted most.",
            ),
            OpenApiParameter(
                "kind",
                str,
                enum=sorted(KINDS),
                description=f"Only such; `{SPEAKER}` is any but outlets.",
            ),
            OpenApiParameter(
                "n",
                {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUALLY},
                description="At most so many.",
            ),
        ],
        responses=ProposalsSerializer,
    )
    def get(self, request):
        """Speakers and outlets by the beginning of a name, or of a word in it, also misspelt.

        Exact names first, then names that begin so, then names with a later word that does, then
        misspelt ones; within each, those who are quoted most.
        """
        params = request.query_params
        refuse_unknown(params, ("q", "kind", "n"))
        typed, most = _typed(params), whole_number(params, "n", MOST, USUALLY)
        kinds = _kinds(params)
        found = find(typed, kinds=kinds, most=most) if typed else most_quoted(kinds, most)
        told = tell([one.speaker for one in found], typed)
        return Response({"results": [_proposal(one, request) for one in told]})


def _typed(params) -> str:
    typed = params.get("q", "")
    if len(typed) > LONGEST:
        raise ValidationError({"q": [f"At most {LONGEST} characters."]})
    return typed


def _kinds(params) -> list[str]:
    name = params.get("kind")
    if name is not None and name not in KINDS:
        raise ValidationError({"kind": [f'"{name}" is no kind.{did_you_mean(name, KINDS)}']})
    return KINDS[name] if name else []


def _proposal(told, request) -> dict:
    facts = told.facts
    kind = OUTLET if facts.kind == SpeakerKind.OUTLET else SPEAKER
    return {
        "type": kind,
        "slug": facts.slug,
        "name": facts.name,
        "kind": facts.kind,
        "matched": told.matched,
        "marks": [mark._asdict() for mark in told.marks],
        "description": facts.description,
        "told_apart": told.told_apart,
        "url": reverse(f"{kind}s-detail", [facts.slug], request=request),
    }
