"""The lists of merges, and of pairs that may be the same."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError

from api.bodies import members_of
from api.filtering import Filters
from api.filters import TrueOrFalse, word_of
from api.freshness import fresh
from api.idempotency import once
from api.merging.asked import ToDecideSerializer, WhySerializer, why_in
from api.merging.reading import answer_about
from api.merging.shapes import DUPLICATE, MERGE
from api.paging import ID, Order
from api.parameters import refuse_unknown
from api.rendering import written
from api.resources.for_some import ForSome
from api.selection import everything
from api.specification import serializer_of
from api.statements import document_in, read
from api.views import ResourceViewSet
from quotesdb import merging
from quotesdb.merging.duplicates import ask_again, tell_apart
from quotesdb.models import Duplicate, Merge
from quotesdb.models.duplicate import SORTS
from quotesdb.vocabulary import Alike, Mergeable

NOT_A_WAY = "Must be false or null. Two that are the same are merged: `POST …/merge/`."
GONE = "One of the two is no longer there."


class Unversioned(ResourceViewSet):
    """What has neither a version nor a survivor."""

    @fresh
    def retrieve(self, request, **kwargs):
        refuse_unknown(request.query_params, self.detail_parameters)
        name = kwargs[self.lookup_field]
        wanted = self.wanted(everything(self.shape))
        mark, rows = read(self.shape, wanted, self.queryset.model, self._one(name), False)
        if not rows:
            raise Http404(f'There is no {self.shape.name.lower()} "{name}".')
        return written(document_in(rows[0])), mark


class MergeFilters(Filters):
    kind = word_of(Mergeable, label="Of records of this sort.")
    undone = TrueOrFalse(method="which_were_undone", label="Undone, or in force.")

    def which_were_undone(self, merges, name, is_so):
        return merges.exclude(undone_at=None) if is_so else merges.in_force()


class MergeViewSet(ForSome, Unversioned):
    shape = MERGE
    queryset = Merge.objects.by_themselves()
    filterset_class = MergeFilters
    orders = (ID,)
    default_order = "-id"

    @extend_schema(summary="Undo a merge", request=WhySerializer, responses=serializer_of(MERGE))
    @action(detail=True, methods=["post"])
    @once
    def undo(self, request, id):
        """What moved goes back, unless somebody has given it to another since.

        What was deleted stays deleted, and what came to the survivor since stays there.
        """
        refuse_unknown(request.query_params, [])
        body = members_of(request.data or {}, ["why"])
        if not Merge.objects.by_themselves().filter(pk=id).exists():
            raise Http404(f'There is no merge "{id}".')
        merge = merging.undo(int(id), by=request.user, why=why_in(body))
        return answer_about(MERGE, Merge, merge.pk)


class DuplicateFilters(Filters):
    kind = word_of(Mergeable, label="Of records of this sort.")
    alike = word_of(Alike, label="Found for this reason.")
    told_apart = TrueOrFalse(
        method="which_were_told_apart",
        label="Those of which somebody said that they are not the same; false: those to look at, "
        "both of which stand.",
    )

    def which_were_told_apart(self, pairs, name, is_so):
        return pairs.told_apart() if is_so else pairs.undecided()


class DuplicateViewSet(ForSome, Unversioned):
    shape = DUPLICATE
    queryset = Duplicate.objects.all()
    filterset_class = DuplicateFilters
    orders = (ID, Order("similarity", "similarity", float))
    default_order = "-similarity"

    @extend_schema(
        summary="Say whether two are the same",
        request=ToDecideSerializer,
        responses=serializer_of(DUPLICATE),
    )
    @action(detail=True, methods=["post"])
    @once
    def decide(self, request, id):
        """`same: false` tells the two apart for good; `null` takes that back.

        Two that are the same are merged, at the address of either.
        """
        refuse_unknown(request.query_params, [])
        body = members_of(request.data, ["same", "why"])
        same = body.get("same", ...)
        if same is not False and same is not None:
            raise ValidationError({"same": [NOT_A_WAY]})
        pair = Duplicate.objects.filter(pk=id).first()
        if pair is None:
            raise Http404(f'There is no pair "{id}".')
        if same is None:
            ask_again(pair.pk, by=request.user)
        else:
            self.tell_apart(pair, request.user, why_in(body))
        return answer_about(DUPLICATE, Duplicate, pair.pk)

    def tell_apart(self, pair, by, why):
        held = SORTS[Mergeable(pair.kind)].objects.in_bulk([pair.a, pair.b])
        if len(held) < 2:
            raise ValidationError({"same": [GONE]})
        tell_apart(held[pair.a], held[pair.b], by=by, why=why)
