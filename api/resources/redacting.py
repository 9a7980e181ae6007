"""Redacting a record, and seeing before what goes with it."""

from rest_framework.exceptions import APIException, ErrorDetail, ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from api.bodies import members_of
from api.parameters import refuse_unknown
from api.redacted import refuse_redacted
from quotesdb import changes
from quotesdb.nearest import did_you_mean
from quotesdb.redacting import reach_of, redact, still_elsewhere
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Door, Ground

GROUNDS = [ground.value for ground in Ground]
MEMBERS = ("because", "records")


class Conflict(APIException):
    status_code = 409
    default_code = "refused"


class Redact(APIView):
    """GET tells what would go; POST lets it go, for good."""

    viewset = None
    operations: dict = {}
    schema = None

    def get(self, request, name):
        """What would go with the record, what stands in the way, and where its words stay."""
        refuse_unknown(request.query_params, [])
        return Response(_preview(self.record(name)))

    def post(self, request, name):
        """Redact it: `because` says in a word why, `records` how many were shown to go."""
        because, records = _read(members_of(request.data, MEMBERS))
        record = self.record(name)
        try:
            left = redact(record, by=request.user, because=because, expected=records, door=Door.API)
        except Refused as refused:
            raise Conflict(" ".join(it.sentence for it in refused.refusals)) from refused
        return Response({"redacted": [{"kind": it.kind, "key": it.key} for it in left]})

    def record(self, name):
        model, lookup = self.viewset.queryset.model, self.viewset.lookup
        name = self.viewset.name_type(name)
        record = model._base_manager.filter(**{lookup: name}).first()
        if record is None:
            refuse_redacted(model, name)
            raise Missing(f'There is no {changes.KINDS[model]} "{name}".')
        return record


class Missing(APIException):
    status_code = 404
    default_code = "not_found"


def _read(body):
    wrong = {}
    because, records = body.get("because"), body.get("records")
    if because not in GROUNDS:
        near = did_you_mean(str(because), GROUNDS) if because is not None else ""
        listed = ", ".join(GROUNDS[:-1])
        sentence = f"Must be {listed} or {GROUNDS[-1]}.{near}"
        wrong["because"] = [ErrorDetail(sentence, "invalid_choice")]
    if type(records) is not int or records < 1:
        sentence = "Must be the number of records that were shown to go: see GET."
        wrong["records"] = [ErrorDetail(sentence, "invalid")]
    if wrong:
        raise ValidationError(wrong)
    return Ground(because), records


def _preview(record):
    reach = reach_of(record)
    return {
        "records": reach.records,
        "going": [{"kind": changes.KINDS[type(one)], "key": changes.name_of(one)} for one in reach],
        "in_the_way": reach.in_the_way,
        "still_elsewhere": still_elsewhere(reach),
    }
