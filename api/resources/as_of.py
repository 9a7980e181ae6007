"""Answers as the database stood at a moment: of one record, or the list of a speaker or a key."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone
from rest_framework.exceptions import ErrorDetail, ValidationError

from api.asked import Asked
from api.freshness import fresh
from api.paging import page_of, pages_around
from api.parameters import refuse_unknown
from api.rendering import list_of, written
from api.schema import NARROWING
from api.selection import everything, summary
from api.statements import document_in, number_of, read
from quotesdb import editions, prepared
from quotesdb.past.seeing import as_of, following_at, quotes_behind

AS_OF = "as_of"
DAY = timedelta(days=1) - timedelta(microseconds=1)
TURNING = ("cursor", "page_size")
NO_MOMENT = (
    "Must be a day, such as 2024-03-05, which means its end, or a moment, such as "
    "2024-03-05T09:30:00Z."
)
TO_COME = "This is still to come."
ALONE = "`as_of` goes with nothing else here, but {given} is given."
BESIDE = (
    "As of a moment, a list is asked by {narrowing}, and turned over by `cursor` and `page_size`: "
    "with nothing else, but {given} is given."
)
WITHOUT = "As of a moment, a list is asked by {narrowing}: name one."
NO_LIST = "As of a moment, only single {noun}s can be asked for."


class SeenAsOf:
    """What the resource of a curated record answers with `as_of`."""

    of_the_past: tuple[str, ...] = (AS_OF,)

    def list(self, request):
        return (self.list_as_of if AS_OF in request.query_params else super().list)(request)

    def retrieve(self, request, **kwargs):
        if AS_OF in request.query_params:
            return self.retrieve_as_of(request, kwargs[self.lookup_field])
        return super().retrieve(request, **kwargs)

    @fresh
    def retrieve_as_of(self, request, name):
        """One record as it stood; 301 where it had been merged into another."""
        params = request.query_params
        refuse_unknown(params, (*self.detail_parameters, AS_OF))
        _refuse_others(params, (AS_OF,), ALONE)
        at, mark = moment_of(params), editions.present()
        with as_of(at):
            _, number = number_of(self._one(name))
            if number is None:
                return self._elsewhere(request, name), None
            quotes = quotes_behind(self.queryset.model, [number])
        with as_of(at, following_at(at, quotes)):
            model = self.queryset.model
            _, (row,) = read(self.shape, everything(self.shape), model, self._one(name), False)
        return written(document_in(row)), mark

    @fresh
    def list_as_of(self, request):
        """A page of the list as it stood."""
        params = request.query_params
        refuse_unknown(params, [*self.filterset_class.base_filters, *self.list_parameters, AS_OF])
        self._refuse_what_does_not_go(params)
        at, mark = moment_of(params), editions.present()
        page = page_of(params, self.orders, self.default_order)
        with as_of(at):
            asked = Asked(self.filters(), page)
            quotes = quotes_behind(self.queryset.model, _numbers_on(asked.sql()))
        with as_of(at, following_at(at, quotes)):
            cut = self.cut(asked, summary(self.shape))
        head = pages_around(request, page, cut.ends, cut.more, cut.before)
        return written(list_of(head, self.told(asked, cut.rows))), mark

    def _refuse_what_does_not_go(self, params):
        known = [name for name in NARROWING if name in self.filterset_class.base_filters]
        if not known:
            sentence = NO_LIST.format(noun=self.shape.name.lower())
            raise ValidationError({AS_OF: [ErrorDetail(sentence, "not_together")]})
        narrowing = " or ".join(f"`{name}`" for name in known)
        beside = BESIDE.replace("{narrowing}", narrowing)
        _refuse_others(params, (AS_OF, *known, *TURNING), beside)
        if not any(name in params for name in known):
            sentence = WITHOUT.format(narrowing=narrowing)
            raise ValidationError({AS_OF: [ErrorDetail(sentence, "not_together")]})


def _refuse_others(params, together, sentence):
    others = [name for name in params if name not in together]
    if others:
        given = ", ".join(f"`{name}`" for name in others)
        fault = ErrorDetail(sentence.format(given=given), "not_together")
        raise ValidationError({AS_OF: [fault]})


def moment_of(params):
    """The moment that is asked for; of a day its end, and of today now.

    Raises ValidationError where it is none, or is still to come.
    """
    # In an address a plus is a space unless it is escaped, and few escape it.
    text, now = params[AS_OF].strip().replace(" ", "+"), timezone.now()
    try:
        at = datetime.fromisoformat(text)
        is_day = "T" not in text.upper()
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        at = at.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValidationError({AS_OF: [NO_MOMENT]}) from error
    if at > now:
        raise ValidationError({AS_OF: [TO_COME]})
    return min(at + DAY, now) if is_day else at


def _numbers_on(page):
    """The ids of the rows on a page, and of the one after."""
    return [row[0] for row in prepared.rows_of(page.text, page.parameters)] if page else []
