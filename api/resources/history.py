"""What became of a record, an act at a time; and the undoing of an act."""

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.response import Response

from api.freshness import fresh
from api.idempotency import once
from api.paging import DEFAULT_SIZE, MOST, link
from api.parameters import refuse_unknown, whole_number
from api.permissions import Need, refuse
from api.redacted import refuse_redacted
from api.resources.history_answers import HistoryEntrySerializer, HistorySerializer, told
from api.writing.acting import LONGEST_WHY, deed_of
from quotesdb import editions, undoing
from quotesdb.past import entries, number_of
from quotesdb.past.entries import moment_of
from quotesdb.vocabulary import Scope

LAST = "last"
DIGITS = 17
NOT_OURS = "Not a cursor of ours: follow the link `next`."
NEVER = 'There is no {noun} "{name}", and there never was one.'
NO_SUCH = "There is no such act in the history of this {noun}."

PARAMETERS = (
    OpenApiParameter(
        "page_size",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_SIZE},
        description="How many acts at one time.",
    ),
    OpenApiParameter(
        "before", {"type": "integer", "minimum": 0}, description="Out of `next`: an `act`."
    ),
)


class Remembered:
    """What every resource has beside itself: its past, also of what is no longer there."""

    @extend_schema(
        summary="What became of it", parameters=list(PARAMETERS), responses=HistorySerializer
    )
    @action(detail=True)
    def history(self, request, **kwargs):
        """The acts on the record and its parts, the last one first: when, why, through which door.

        It can be asked of deleted records and of merged ones too. Who it was is told to those who
        have a key; to others it was "a curator".
        """
        if request.user is None:
            return self._history_for_all(request, **kwargs)
        return self._history(request, kwargs[self.lookup_field])

    @fresh
    def _history_for_all(self, request, **kwargs):
        mark = editions.present()
        return self._history(request, kwargs[self.lookup_field]), mark

    def _history(self, request, name):
        params = request.query_params
        refuse_unknown(params, ("before", "page_size"))
        size = whole_number(params, "page_size", MOST, DEFAULT_SIZE)
        model, before = self.queryset.model, _moment(params)
        page = entries(model, self._number(name), size=size, before=before)
        is_known = request.user is not None
        cursor = None if page.is_last else str(page.entries[-1].number)
        answer = Response(
            {
                "next": link(request, cursor, "before"),
                "results": [told(entry, is_known=is_known) for entry in page.entries],
            }
        )
        answer["Vary"] = "Authorization"
        return answer

    @extend_schema(
        summary="Undo an act",
        request=None,
        parameters=[
            OpenApiParameter(
                "act",
                str,
                OpenApiParameter.PATH,
                description="The `act` of the history; or `last`, whichever that is.",
            ),
            OpenApiParameter(
                "why",
                {"type": "string", "minLength": 1, "maxLength": LONGEST_WHY},
                description="A note for the history.",
            ),
        ],
        responses=HistoryEntrySerializer,
    )
    @action(detail=True, methods=["post"], url_path=r"history/(?P<act>[0-9]{1,17}|last)/undo")
    @once
    def undo(self, request, act, **kwargs):
        """Set the record, with its parts, back to how it stood before an act, by a new act.

        What the act deleted comes back with its number, its key and its parts; what it made is
        deleted. Refused (409) where the record no longer stands as the act left it, or where what
        it would refer to is gone. Answers with the new entry of the history.
        """
        deed = deed_of(request)
        model, number = self.queryset.model, self._number(kwargs[self.lookup_field])
        at = self._act(model, number, act)
        refuse(request, Need(Scope.CURATE, undoing.needed_to_undo(model, number, at)))
        undoing.undo(model, number, at, **deed)
        return Response(told(entries(model, number, size=1).entries[0], is_known=True))

    def _number(self, name):
        number = number_of(self.queryset.model, name)
        if number is None:
            refuse_redacted(self.queryset.model, name)
            raise Http404(NEVER.format(noun=self.shape.name.lower(), name=name))
        return number

    def _act(self, model, number, act):
        """The moment of an act on the record."""
        if act == LAST:
            last = entries(model, number, size=1).entries
            at = last[0].at if last else None
        else:
            at = moment_of(int(act))
        if at is None:
            raise Http404(NO_SUCH.format(noun=self.shape.name.lower()))
        return at


def _moment(params):
    text = params.get("before")
    if text is None:
        return None
    is_number = text.isascii() and text.isdigit() and len(text) <= DIGITS
    moment = moment_of(int(text)) if is_number else None
    if moment is None:
        raise ValidationError({"before": [ErrorDetail(NOT_OURS, "unknown_cursor")]})
    return moment
