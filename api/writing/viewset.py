"""Creating, changing and deleting the records of one resource."""

from collections.abc import Sequence

import orjson
from django.http import Http404, HttpResponse
from django.urls import reverse
from rest_framework.exceptions import APIException, ParseError

from api.bodies import PatchParser, WritingParser
from api.conditions import Condition
from api.freshness import tag_at
from api.idempotency import once
from api.redacted import refuse_redacted
from api.rendering import written
from api.selection import everything
from api.statements import read
from api.writing.acting import deed_of
from api.writing.keeping import create, revise
from api.writing.reading import resource_of
from quotesdb import curation
from quotesdb.lines.kinds import Kind

NO_OBJECT = "The body must be an object, with the members of {kind}."
MERGED = (
    "This {kind} was merged into another, {name}, which is the one to change. Nothing was saved."
)
GONE = "There is no {kind} {name!r}."


class MergedAway(APIException):
    status_code = 409
    default_code = "merged"


class Writing:
    """What a resource's viewset has beside reading, if its records can be written."""

    kind: Kind
    http_method_names: Sequence[str] = ["get", "head", "options", "post", "patch", "delete"]

    def get_parsers(self):
        patches = self.request is not None and self.request.method == "PATCH"
        return [WritingParser(), *([PatchParser()] if patches else [])]

    @property
    def resource(self):
        return resource_of(self.kind, self.shape)

    @once
    def create(self, request):
        """Record something new, all that belongs to it in the same request."""
        deed, body = deed_of(request), self.body()
        with curation.together(**deed):
            record = self.created(body, deed)
        return self.answered(record, 201)

    def partial_update(self, request, **kwargs):
        """Change the members that are given (RFC 7396). A list replaces the whole list."""
        deed, body = deed_of(request), self.body()
        condition = Condition.of(request.headers.get("If-Match"))
        with curation.together(**deed):
            record = self.held(kwargs[self.lookup_field])
            condition.check(record)
            self.changed(record, body, deed)
        return self.answered(record, 200)

    def destroy(self, request, **kwargs):
        """Delete, unless something that stays refers to it. The history keeps what it was."""
        deed, condition = deed_of(request), Condition.of(request.headers.get("If-Match"))
        with curation.together(**deed):
            record = self.held(kwargs[self.lookup_field])
            condition.check(record)
            curation.discard([record], **deed)
        return HttpResponse(status=204)

    def created(self, body, deed):
        """A new record of what the body says. Runs inside an act."""
        return create(self.resource, body, deed)

    def changed(self, record, body, deed):
        """Let the record be as the body says. Runs inside an act."""
        follows = {name for name in body if name in self.resource.follows}
        revise(self.resource, record, body, self.stands(record, follows), deed)

    def body(self):
        """What was sent."""
        body = self.request.data
        if not isinstance(body, dict):
            raise ParseError(NO_OBJECT.format(kind=f"a {self.kind.name}"))
        return body

    def held(self, name):
        """The record of this name, which nobody else changes as long as the act goes on."""
        records = self.queryset.model.objects.select_related("merged_into")
        record = records.filter(**{self.lookup: self.name_type(name)}).first()
        if record is None:
            refuse_redacted(self.queryset.model, self.name_type(name))
            raise Http404(GONE.format(kind=self.kind.name, name=name))
        if record.merged_into is not None:
            into = self.name_of(record.merged_into)
            raise MergedAway(MERGED.format(kind=self.kind.name, name=into))
        return record

    def name_of(self, record):
        """What its address calls a record."""
        for step in self.lookup.split("__"):
            record = getattr(record, step)
        return record

    def address_of(self, record):
        """The path of the answer about a record."""
        return reverse(f"{self.basename}-detail", args=[self.name_of(record)])

    def stands(self, record, names):
        """The answer about the record as it stands, as far as these members go."""
        if not names:
            return {}
        _, document, _ = self._read(record, {it: everything(self.shape)[it] for it in names})
        return orjson.loads(document)

    def answered(self, record, status):
        """The answer about the record at its own address."""
        mark, document, version = self._read(record, everything(self.shape))
        answer = written(document)
        path = self.address_of(record)
        answer.status_code = status
        answer.headers["ETag"] = tag_at(path, self.request, mark, version)
        if status == 201:
            answer.headers["Location"] = self.request.build_absolute_uri(path)
        return answer

    def _read(self, record, wanted):
        name = self.name_of(record)
        page = self._one_versioned(name)
        mark, rows = read(self.shape, wanted, self.queryset.model, page, False)
        if not rows:
            raise Http404(GONE.format(kind=self.kind.name, name=name))
        _, document, _, version = rows[0]
        return mark, document, version
