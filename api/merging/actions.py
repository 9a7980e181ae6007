"""What speakers, outlets and quotes have besides: a look at a merge, the merge, and the split."""

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.response import Response

from api.bodies import members_of
from api.idempotency import once
from api.merging.asked import (
    REQUIRED,
    SURVIVOR,
    ToMergeSerializer,
    ToSplitSerializer,
    keep_in,
    rows_in,
    why_in,
)
from api.merging.documents import PreviewSerializer, preview_document
from api.merging.fresh_record import new_record
from api.merging.reading import answer_about
from api.merging.shapes import MERGE
from api.parameters import refuse_unknown
from api.specification import serializer_of
from quotesdb import merging
from quotesdb.models import Merge
from quotesdb.vocabulary import Door

NO_SURVIVOR = 'There is no {kind} "{name}" to merge it into.'
INTO = OpenApiParameter("into", str, required=True, description=SURVIVOR)


class Merging:
    """Actions of a resource of which records can be merged and split."""

    @extend_schema(summary="What a merge would do", responses=PreviewSerializer, parameters=[INTO])
    @action(detail=True, url_path="merge-preview")
    def merge_preview(self, request, **kwargs):
        """What would move, where the two differ, and what stands against it. Changes nothing."""
        refuse_unknown(request.query_params, ["into"])
        loser = self.mergeable(kwargs)
        if loser.merged_into_id is not None:
            return self._elsewhere(request, kwargs[self.lookup_field])
        survivor = self.survivor(request.query_params.get("into"))
        plan = merging.preview(loser, survivor, by=request.user)
        return Response(preview_document(plan, self.called))

    @extend_schema(
        summary="Merge into another", request=ToMergeSerializer, responses=serializer_of(MERGE)
    )
    @action(detail=True, methods=["post"])
    @once
    def merge(self, request, **kwargs):
        """Let another record take the place of this one: all that names this one names that.

        This address answers 301 from then on. Can be undone: `merges/{id}/undo/`.
        """
        refuse_unknown(request.query_params, [])
        body = members_of(request.data, ["into", "why", "keep"])
        merge = merging.merge(
            self.mergeable(kwargs),
            self.survivor(body.get("into")),
            by=request.user,
            why=why_in(body),
            keep=keep_in(body),
            door=Door.API,
        )
        return answer_about(MERGE, Merge, merge.pk)

    @extend_schema(summary="Split into two", request=ToSplitSerializer)
    @action(detail=True, methods=["post"])
    @once
    def split(self, request, **kwargs):
        """Give some of what names this record to a new one; answers the new one.

        With a quote go the hops that name the same speaker on its chains. Merging the new one into
        this one undoes it.
        """
        refuse_unknown(request.query_params, [])
        body = members_of(request.data, ["new", "rows", "why"])
        record = self.mergeable(kwargs)
        new = new_record(record, body.get("new"))
        merging.split(record, new, rows_in(body), by=request.user, why=why_in(body))
        return answer_about(self.shape, self.queryset.model, new.pk)

    def mergeable(self, kwargs):
        """The record that is asked about, also where it was merged already."""
        name = kwargs[self.lookup_field]
        record = self.records_of(name).first()
        if record is None:
            raise Http404(f'There is no {self.shape.name.lower()} "{name}".')
        return record

    def survivor(self, name):
        """The record that stays.

        Raises ValidationError where none is named, or where there is none.
        """
        if not isinstance(name, str | int) or isinstance(name, bool) or not str(name).strip():
            told = ErrorDetail(REQUIRED.format(told=SURVIVOR), "required")
            raise ValidationError({"into": [told]})
        record = self.records_of(str(name)).first()
        if record is None:
            sentence = NO_SURVIVOR.format(kind=self.shape.name.lower(), name=name)
            raise ValidationError({"into": [sentence]})
        return record

    def records_of(self, name):
        """The record of this very name, standing or not."""
        rows = self.queryset.model._base_manager.all()
        if self.name_type is not int:
            return rows.filter(**{self.lookup: name})
        is_id = name.isascii() and name.isdecimal() and len(name) < 19
        return rows.filter(pk=int(name)) if is_id else rows.none()

    def called(self, record):
        """What an address calls a record."""
        for step in self.lookup.split("__"):
            record = getattr(record, step)
        return record
