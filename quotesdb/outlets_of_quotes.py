"""Which outlets print which quotes: rows that follow from others, kept as `derived` says."""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any

from django.db import connection
from django.db.models import Max, Min

from quotesdb import prepared
from quotesdb.models import Appearance, PrintedBy
from quotesdb.out_of_step import OutOfStep, Row
from quotesdb.portions import portions

KEPT = ("outlet_id", "sort_date", "said_until", "is_open", "first_on", "last_on")

DAYS = ("sort_date", "said_until", "said_from")

STALE = "of the outlets that print it, {wrong} wrong and {missing} missing"

ADD = """
    INSERT INTO quotesdb_printedby
        (quote_id, outlet_id, sort_date, said_until, is_open, first_on, last_on)
    SELECT quote.id, article.outlet_id, quote.sort_date, quote.said_until, quote.said_from IS NULL,
        MIN(article.published_on), MAX(article.published_on)
    FROM quotesdb_appearance AS appearance
    JOIN quotesdb_quote AS quote ON quote.id = appearance.quote_id
    JOIN quotesdb_article AS article ON article.id = appearance.article_id
    WHERE appearance.merged_into_id IS NULL AND quote.merged_into_id IS NULL {of_which}
    GROUP BY quote.id, article.outlet_id
"""


def renew(quotes: Collection[int]) -> dict[int, str]:
    """Set anew which outlets print these quotes. Their sort dates are right already.

    Gives, for each quote with which something else was kept, a sentence about that.
    """
    differing = OutOfStep(quotes, _held(quotes), _right(quotes))
    for some in portions(differing.gone()):
        PrintedBy.objects.filter(pk__in=some).delete()
    PrintedBy.objects.bulk_create(
        PrintedBy(quote_id=quote, **dict(zip(KEPT, row, strict=True)))
        for quote, row in differing.new()
    )
    return differing.told(STALE)


def add(quotes: Collection[int]) -> None:
    """Keep which outlets print new quotes, of which nothing is kept yet. One statement.

    Their sort dates are right already.
    """
    statement = ADD.format(of_which=f"AND quote.id IN ({prepared.in_list()})")
    with connection.cursor() as cursor:
        cursor.execute(statement, [prepared.as_list(quotes)])


def stale(quotes: Collection[int]) -> dict[int, str]:
    """What `renew` would say of these quotes; nothing is written."""
    return OutOfStep(quotes, _held(quotes), _right(quotes)).told(STALE)


def rebuild(on_progress: Callable[[int], Any] = lambda done: None) -> None:
    """All of them anew, in one statement. Runs inside the caller's turn."""
    PrintedBy.objects.all()._raw_delete(using=connection.alias)
    with connection.cursor() as cursor:
        cursor.execute(ADD.format(of_which=""))
        on_progress(cursor.rowcount)


def _held(quotes: Collection[int]) -> dict[int, dict[Row, int]]:
    """By quote: the rows of `KEPT` that are kept, with their ids."""
    held: dict[int, dict[Row, int]] = defaultdict(dict)
    rows = PrintedBy.objects.filter(quote__in=quotes).order_by()
    for quote, number, *row in rows.values_list("quote", "pk", *KEPT):
        held[quote][tuple(row)] = number
    return held


def _right(quotes: Collection[int]) -> dict[int, set[Row]]:
    """By quote: the rows that ought to be kept."""
    right: dict[int, set[Row]] = defaultdict(set)
    printings = Appearance.objects.standing().filter(quote__in=quotes, quote__merged_into=None)
    rows = (
        printings.order_by()
        .values_list("quote", "article__outlet", *(f"quote__{day}" for day in DAYS))
        .annotate(first_on=Min("article__published_on"), last_on=Max("article__published_on"))
    )
    for quote, outlet, sort_date, until, since, first, last in rows:
        right[quote].add((outlet, sort_date, until, since is None, first, last))
    return right
