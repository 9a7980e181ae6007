"""Many writes in one request: all or nothing in one act, or each in an act of its own."""

from types import SimpleNamespace

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from api import problems
from api.bodies import TooLong, WritingParser, members_of
from api.idempotency import once
from api.parameters import word_of
from api.writing.acting import PARAMETERS, deed_of
from api.writing.items import Item
from api.writing.schema import BULK, BULK_PARAMETERS, OUTCOMES
from quotesdb import curation
from quotesdb.refusals import Refused
from quotesdb.turns import Busy

MOST_ITEMS = 500
ALL_OR_NOTHING, ITEM_BY_ITEM = "all_or_nothing", "item_by_item"
MODES = (ALL_OR_NOTHING, ITEM_BY_ITEM)

NO_LIST = "items must be a list, of at least one item."
TOO_MANY = "{count:,} items are too many: at most {most} at one time. Nothing was saved."
NOT_ALL = "{refused} of {count} items were refused, so nothing was saved."
UNDONE = "Nothing was saved, because another item was refused."
NOT_TRIED = "Not tried, because an item before it found no turn to write."


class BulkParser(WritingParser):
    most_bytes = 10_000_000


class NotAll(APIException):
    """Some items were refused, and therefore all are undone."""

    default_code = "not_all"

    def __init__(self, outcomes):
        refused = [it["status"] for it in outcomes if "problem" in it]
        self.status_code = refused[0]
        super().__init__(NOT_ALL.format(refused=len(refused), count=len(outcomes)))
        undone = {"status": 424, "problem": _problem(Undone(), "")}
        self.members = {"outcomes": [it if "problem" in it else undone for it in outcomes]}


class Undone(APIException):
    status_code = 424
    default_code = "undone"
    default_detail = UNDONE


class NotTried(APIException):
    status_code = 503
    default_code = "busy"
    default_detail = NOT_TRIED


class Bulk(APIView):
    parser_classes = [BulkParser]
    operations = {"POST": "bulk"}
    resources: dict = {}
    """By the name that stands in addresses: the viewset."""

    @extend_schema(
        operation_id="bulk",
        summary="Write up to 500 records",
        tags=["bulk"],
        parameters=[*BULK_PARAMETERS],
        request=BULK,
        responses=OUTCOMES,
    )
    @once
    def post(self, request):
        """Each item is what a request of its own would be, and is allowed to whom that is.

        `all_or_nothing` is one act: if any item is refused, all that is wrong is told and nothing
        is saved. `item_by_item` saves what can be saved. An item may name what an earlier one has
        made. There is one outcome for each item, in their order.
        """
        deed = deed_of(request, (*PARAMETERS, "mode"))
        mode = word_of(request.query_params, "mode", MODES, ALL_OR_NOTHING)
        items = [self._item(it) for it in _listed(request.data)]
        if mode == ALL_OR_NOTHING:
            with curation.together(**deed):
                outcomes = [self._attempted(item, deed) for item in items]
                if any("problem" in it for it in outcomes):
                    raise NotAll(outcomes)
        else:
            outcomes = list(self._one_by_one(items, deed))
        return Response({"outcomes": outcomes})

    def _item(self, said):
        return Item(said, self.request, self.resources)

    def _attempted(self, item, deed):
        try:
            with curation.piece():
                return item.write(deed)
        except (Refused, APIException, Http404) as error:
            return _refused(error, item.path)

    def _one_by_one(self, items, deed):
        busy = False
        for item in items:
            if busy:
                yield _refused(NotTried(), item.path)
                continue
            try:
                with curation.together(**deed):
                    told = item.write(deed)
                yield told
            except (Refused, APIException, Http404, Busy) as error:
                busy = isinstance(error, Busy)
                yield _refused(error, item.path)


def _listed(data):
    items = members_of(data, ("items",)).get("items")
    if not isinstance(items, list) or not items:
        code = "invalid" if "items" in data else "required"
        raise ValidationError({"items": [ErrorDetail(NO_LIST, code)]})
    if len(items) > MOST_ITEMS:
        raise TooLong(TOO_MANY.format(count=len(items), most=MOST_ITEMS))
    return items


def _refused(error, path):
    problem = _problem(error, path)
    return {"status": problem["status"], "problem": problem}


def _problem(error, path):
    """The same problem that a request of its own would have got."""
    return problems.handle(error, {"request": SimpleNamespace(path=path)}).data
