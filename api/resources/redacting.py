"""Redacting a record, and seeing before what goes with it."""

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, NotFound, ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from api.bodies import members_of
from api.idempotency import once
from api.parameters import refuse_unknown
from api.redacted import refuse_redacted
from api.writing.schema import IDEMPOTENCY_KEY
from quotesdb import changes
from quotesdb.nearest import did_you_mean
from quotesdb.redacting import reach_of, redact, still_elsewhere
from quotesdb.vocabulary import Door, Ground, choices

GROUNDS = [ground.value for ground in Ground]
MEMBERS = ("because", "records")
METHODS = {"GET": "redaction", "HEAD": "redaction", "POST": "redact"}


class RedactedRecordSerializer(serializers.Serializer):
    kind = serializers.CharField(help_text="Of record: quote, appearance and so on.")
    key = serializers.CharField(help_text="The record's permanent key or slug.")


class RedactionSerializer(serializers.Serializer):
    """What a redaction would do."""

    records = serializers.IntegerField(help_text="How many records would go.")
    going = RedactedRecordSerializer(many=True, help_text="These.")
    in_the_way = serializers.ListField(
        child=serializers.CharField(), help_text="What must be changed first, in sentences."
    )
    still_elsewhere = serializers.ListField(
        child=serializers.CharField(),
        help_text="Records that stay and have the same words, letter for letter; twenty at most.",
    )


class RedactSerializer(serializers.Serializer):
    """Why a record is redacted, and what its redactor was shown."""

    because = serializers.ChoiceField(choices(Ground), help_text="Kept, and told for ever.")
    records = serializers.IntegerField(
        min_value=1, help_text="How many records were shown to go: others are a 409."
    )


class RedactedSerializer(serializers.Serializer):
    redacted = RedactedRecordSerializer(many=True, help_text="What went.")


class RedactSchema(AutoSchema):
    """Operations of one record of a resource."""

    def get_operation_id(self):
        return self.view.operations[self.method]

    def get_tags(self):
        return [self.view.resource]

    def get_override_parameters(self):
        field = self.view.viewset.lookup_field
        told = "The slug." if field == "slug" else "The id."
        sort = str if field == "slug" else int
        named = OpenApiParameter(field, sort, OpenApiParameter.PATH, description=told)
        return [named, IDEMPOTENCY_KEY] if self.method == "POST" else [named]


class Redact(APIView):
    """GET tells what would go; POST lets it go, for good."""

    resource = ""
    viewset = None
    operations: dict[str, str] = {}
    schema = RedactSchema()

    @extend_schema(summary="What a redaction would take", responses=RedactionSerializer)
    def get(self, request, **kwargs):
        """What would go with the record, what stands in the way, and where its words would stay."""
        refuse_unknown(request.query_params, [])
        reach = reach_of(self.record(kwargs))
        return Response(
            {
                "records": reach.records,
                "going": [_named(changes.KINDS[type(it)], changes.name_of(it)) for it in reach],
                "in_the_way": reach.in_the_way,
                "still_elsewhere": still_elsewhere(reach),
            }
        )

    @extend_schema(
        summary="Redact for good", request=RedactSerializer, responses=RedactedSerializer
    )
    @once
    def post(self, request, **kwargs):
        """Purge the record, with all that cannot be without it. Nobody can undo it."""
        refuse_unknown(request.query_params, [])
        because, records = _read(members_of(request.data, MEMBERS))
        record = self.record(kwargs)
        left = redact(record, by=request.user, because=because, expected=records, door=Door.API)
        return Response({"redacted": [_named(it.kind, it.key) for it in left]})

    def record(self, kwargs):
        model, lookup = self.viewset.queryset.model, self.viewset.lookup
        name = self.viewset.name_type(kwargs[self.viewset.lookup_field])
        record = model._base_manager.filter(**{lookup: name}).first()
        if record is None:
            refuse_redacted(model, name)
            raise NotFound(f'There is no {changes.KINDS[model]} "{name}".')
        return record


def _named(kind, key):
    return {"kind": kind, "key": key}


def _read(body):
    wrong = {}
    because, records = body.get("because"), body.get("records")
    if because not in GROUNDS:
        near = did_you_mean(str(because), GROUNDS) if because is not None else ""
        sentence = f"Must be {', '.join(GROUNDS[:-1])} or {GROUNDS[-1]}.{near}"
        wrong["because"] = [ErrorDetail(sentence, "invalid_choice")]
    if type(records) is not int or records < 1:
        sentence = "Must be the number of records that were shown to go: see GET."
        wrong["records"] = [ErrorDetail(sentence, "invalid")]
    if wrong:
        raise ValidationError(wrong)
    return Ground(because), records
