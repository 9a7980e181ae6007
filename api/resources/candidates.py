"""Candidates: what is proposed that articles say, and what became of it; for those who may see."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django_filters import rest_framework as df
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied

from api.filtering import Filters
from api.filters import TrueOrFalse, WholeNumber, word_of
from api.freshness import tag_at
from api.idempotency import once
from api.json_functions import WordsAt
from api.paging import ID
from api.permissions import not_theirs
from api.rendering import written
from api.resources import references
from api.resources.candidate_bodies import (
    AcceptanceSerializer,
    NewCandidateSerializer,
    RejectionSerializer,
    opened_version,
    suggestion,
    verdict,
)
from api.resources.candidate_columns import NamedChainField, NamedField, PlacedWordsField
from api.resources.for_some import ForSome
from api.selection import everything
from api.shapes import Column, One, Shape, TextOrNull
from api.statements import read
from api.strict import Strict, read_as
from api.views import DETAIL_PARAMETERS, ResourceViewSet
from api.writing.acting import PARAMETERS, deed_of
from quotesdb import review
from quotesdb.models import Candidate
from quotesdb.review import by_hand
from quotesdb.review.who_may import DECIDE, may_decide
from quotesdb.vocabulary import Decision, Form, Rejection, choices

CANDIDATE = Shape(
    "Candidate",
    (
        Column("id", serializers.IntegerField()),
        Column("version", serializers.IntegerField(help_text="Moves with each decision.")),
        One("article", references.ARTICLE, "text__article", help_text="Where the words stand."),
        Column(
            "text_version",
            serializers.IntegerField(help_text="The version of the article's text."),
            "text__version",
        ),
        Column("form", serializers.ChoiceField(choices(Form))),
        Column(
            "segments",
            PlacedWordsField(help_text="The words, and where they stand in the text."),
            expression=WordsAt("segments", "text__body"),
        ),
        Column("speaker", NamedField(help_text="Who said it, as far as was found; or null.")),
        Column("cue", serializers.CharField()),
        Column("chain", NamedChainField(help_text="From the origin of the words on.")),
        Column("said_from", serializers.DateField(allow_null=True)),
        Column("said_until", serializers.DateField(allow_null=True)),
        Column(
            "nested_in",
            serializers.IntegerField(
                allow_null=True, help_text="The candidate in whose words it stands."
            ),
            "nested_in_id",
        ),
        Column(
            "reader",
            serializers.CharField(
                help_text="Which reader or script found it; `curator`: a person did."
            ),
        ),
        Column("rule", serializers.CharField()),
        Column("confidence", serializers.FloatField(help_text="From 0 to 1.")),
        Column("proposed_by", TextOrNull(), "proposed_by__username"),
        Column("decision", serializers.ChoiceField(choices(Decision))),
        Column("rejection", TextOrNull(help_text="Why it was rejected; else null.")),
        Column("remark", serializers.CharField()),
        Column("decided_by", TextOrNull(), "decided_by__username"),
        Column(
            "decided_at",
            serializers.DateTimeField(format="%Y-%m-%dT%H:%M:%SZ", allow_null=True),
        ),
        Column(
            "appearance",
            serializers.IntegerField(allow_null=True, help_text="The appearance it became."),
            "appearance_id",
        ),
        Column(
            "quote",
            serializers.IntegerField(allow_null=True, help_text="The quote that this prints."),
            "appearance__quote_id",
        ),
    ),
)

NONE_SUCH = 'There is no candidate "{number}".'


class CandidateFilters(Filters):
    article = WholeNumber("text__article", label="In the article with this id.")
    current = TrueOrFalse(
        method="of_current_texts", label="Of the newest text of its article, or of an older one."
    )
    decision = word_of(Decision, label="Of which this has become.")
    min_confidence = df.NumberFilter(
        "confidence", "gte", min_value=0, max_value=1, label="Of at least this confidence."
    )
    form = word_of(Form, label="Printed in this form.")
    reader = df.CharFilter(label="Found by this reader.")
    proposed_by = df.CharFilter("proposed_by__username", label="Proposed by this person.")

    def of_current_texts(self, candidates, name, is_so):
        return candidates.whose_text_has_changed(is_so=not is_so)


class CandidateViewSet(ForSome, ResourceViewSet):
    shape = CANDIDATE
    queryset = Candidate.objects.order_by()
    filterset_class = CandidateFilters
    orders = (ID,)
    default_order = "-id"
    http_method_names = ["get", "head", "options", "post", "delete"]

    def _elsewhere(self, request, name):
        """Candidates are neither merged nor redacted: what is not there is nowhere."""
        raise Http404(NONE_SUCH.format(number=name))

    @extend_schema(summary="Propose a candidate", request=NewCandidateSerializer)
    @once
    def create(self, request):
        """Proposes what an article of which the text is held says, found by a person or a script.

        All words must stand in the text: `segments` are found by `exact`, with `prefix` and
        `suffix` or `start` where the same words stand there more than once.
        """
        deed, given = self.deed(), read_as(NewCandidateSerializer, request.data)
        return self.now(by_hand.propose(given["article"], suggestion(given), **deed), 201)

    @extend_schema(summary="Withdraw a candidate")
    def destroy(self, request, id):
        """Takes back what one has proposed oneself, while nobody has decided about it."""
        deed = deed_of(request)
        by_hand.withdraw(self.held(id), opened_version=opened_version(request), **deed)
        return HttpResponse(status=204)

    @extend_schema(summary="Accept a candidate", request=AcceptanceSerializer)
    @action(detail=True, methods=["post"])
    @once(beforehand=lambda view, request, id: view.verdict(request, id))
    def accept(self, request, id, brought):
        """Records what the candidate proposes, with whatever the body says otherwise.

        What is not given is as the desk would propose it. Refused while another curator has the
        article in review.
        """
        opened = opened_version(request)
        return self.now(review.accept(int(id), brought, opened_version=opened, **self.deed()))

    @extend_schema(summary="Reject a candidate", request=RejectionSerializer)
    @action(detail=True, methods=["post"])
    @once
    def reject(self, request, id):
        """Says that it is no quote worth recording, and why."""
        deed, given = self.deed(), read_as(RejectionSerializer, request.data)
        deed |= {"remark": given["remark"], "opened_version": opened_version(request)}
        return self.now(review.reject(self.held(id), Rejection(given["rejection"]), **deed))

    @extend_schema(summary="Take a decision back", request=None)
    @action(detail=True, methods=["post"])
    @once
    def undo(self, request, id):
        """Takes a decision back, and what it made, unless something else has come to need it."""
        deed, opened = self.deed(), opened_version(request)
        read_as(Strict, request.data)
        return self.now(review.undo(self.held(id), opened_version=opened, **deed))

    def deed(self):
        """Whose deed it is, and why; `fields` and `omit` go with it, for the answer."""
        return deed_of(self.request, (*PARAMETERS, *DETAIL_PARAMETERS))

    def verdict(self, request, id):
        """What shall be recorded: the proposal, and what the body says otherwise."""
        self.deed()
        if not may_decide(request.user):
            raise PermissionDenied(not_theirs(request.user, DECIDE[-1]))
        given = read_as(AcceptanceSerializer, request.data)
        related = ("text__article", "nested_in", "appearance")
        return verdict(Candidate.objects.select_related(*related).get(pk=self.held(id)), given)

    def held(self, id):
        """The number of a candidate that is there."""
        if not Candidate.objects.filter(pk=id).exists():
            raise Http404(NONE_SUCH.format(number=id))
        return int(id)

    def now(self, candidate, status=200):
        """What stands now, at the candidate's own address."""
        wanted, page = self.wanted(everything(self.shape)), self._one_versioned(candidate.pk)
        _, [(mark, document, _, version)] = read(self.shape, wanted, Candidate, page, False)
        path = reverse("candidates-detail", args=[candidate.pk])
        answer = written(document)
        answer.status_code = status
        answer.headers["ETag"] = tag_at(path, self.request, mark, version)
        if status == 201:
            answer.headers["Location"] = self.request.build_absolute_uri(path)
        return answer
