"""Pages of what was found, the best first.

Of very many hits only the newest are ranked; the others follow, the last recorded first. A cursor
says where the ranked ones end, so that what is recorded meanwhile moves nothing across.
"""

from itertools import islice

from django.db.models import QuerySet

from api.paging import BACK, Order, Page
from quotesdb.models import Quote
from quotesdb.search import RANKED, Found

LARGEST = 2**63
UNRANKED = -1

Key = tuple[str, int]
"""What a cursor holds of a quote: how it was ranked, and its id."""


def _parse(value: str) -> tuple[int, int]:
    floor, score = map(int, value.split(":"))
    if not (0 <= floor < LARGEST and UNRANKED <= score < LARGEST):
        raise ValueError(value)
    return floor, score


RELEVANCE = Order("relevance", "pk", _parse, one_way=True)


def ranked(found: Found, quotes: QuerySet | None, page: Page) -> list[Key]:
    """The keys of this page and of one row more, in the direction of reading.

    They are of those of `quotes` that are found; None: of all that are found.
    """
    (floor, score), quote = page.after or ((None, LARGEST), LARGEST)
    best, floor = _best(found, quotes, floor)
    up = page.way == BACK
    wanted = page.size + 1
    after = [key for key in best if (key < (score, quote)) != up and key != (score, quote)]
    if up:
        rest = _rest(found, quotes, floor).filter(pk__gt=quote) if score == UNRANKED else None
        keys = [*_unranked(rest, "pk", wanted), *after[::-1]]
    else:
        keys = after[:wanted]
        rest = _rest(found, quotes, floor) if floor and len(keys) < wanted else None
        if rest is not None and score == UNRANKED:
            rest = rest.filter(pk__lt=quote)
        keys += _unranked(rest, "-pk", wanted - len(keys))
    return [(f"{floor}:{score}", quote) for score, quote in islice(keys, wanted)]


def _best(found: Found, quotes: QuerySet | None, floor: int | None):
    """Score and id of those that are ranked, best first; and the lowest id among them.

    The lowest is 0 where all are ranked.
    """
    if floor is None:
        score = found.scores(quotes)
        floor = min(score) if len(score) == RANKED else 0
    else:
        score = found.scores_since(quotes, floor)
    return sorted(((it, quote) for quote, it in score.items()), reverse=True), floor


def _rest(found: Found, quotes: QuerySet | None, floor: int) -> QuerySet:
    """Those that are found and not ranked."""
    every = Quote.objects.standing() if quotes is None else quotes
    return found.among(every).filter(pk__lt=floor)


def _unranked(rest: QuerySet | None, order: str, most: int) -> list[tuple[int, int]]:
    if rest is None:
        return []
    return [(UNRANKED, it) for it in rest.order_by(order).values_list("pk", flat=True)[:most]]
