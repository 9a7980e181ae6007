"""Pages of what was found, the best first.

Of very many hits only the newest are ranked; the others follow, the last recorded first. A cursor
says where the ranked ones end, so that what is recorded meanwhile moves nothing across.
"""

from itertools import islice

from django.db.models import QuerySet

from api.paging import BACK, Order, Page
from quotesdb.search import RANKED, Found, scores

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


def ranked(found: Found, quotes: QuerySet, page: Page) -> list[Key]:
    """The keys of this page and of one row more, in the direction of reading.

    They are of those of `quotes` that are found.
    """
    (floor, score), quote = page.after or ((None, LARGEST), LARGEST)
    best, floor = _best(found, quotes, floor)
    up = page.way == BACK
    wanted = page.size + 1
    after = [key for key in best if (key < (score, quote)) != up and key != (score, quote)]
    rest = found.among(quotes).filter(pk__lt=floor)
    if up:
        rest = rest.filter(pk__gt=quote).order_by("pk") if score == UNRANKED else rest.none()
        keys = [*_unranked(rest, wanted), *after[::-1]]
    else:
        rest = rest.filter(pk__lt=quote) if score == UNRANKED else rest
        keys = after[:wanted]
        keys += _unranked(rest.order_by("-pk"), wanted - len(keys)) if floor else []
    return [(f"{floor}:{score}", quote) for score, quote in islice(keys, wanted)]


def _best(found: Found, quotes: QuerySet, floor: int | None) -> tuple[list[tuple[int, int]], int]:
    """Score and id of those that are ranked, best first; and the lowest id among them.

    The lowest is 0 where all are ranked.
    """
    if floor is None:
        documents = found.newest_documents(quotes)
        floor = min(documents) if len(documents) == RANKED else 0
    else:
        documents = found.documents(quotes.filter(pk__gte=floor))
    score = scores(found.query, documents)
    return sorted(((score[it], it) for it in documents), reverse=True), floor


def _unranked(rest: QuerySet, most: int) -> list[tuple[int, int]]:
    if most < 1:
        return []
    return [(UNRANKED, quote) for quote in rest.values_list("pk", flat=True)[:most]]
