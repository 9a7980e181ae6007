"""Reading as of a moment: every statement sees the records as they stood then.

Nobody who reads need know of it: origins are found, corrections travel and answers are written by
the same statements and the same rules as those about the present.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from quotesdb import downstream
from quotesdb.facts import facts_of_each, quotes_touched_by
from quotesdb.fingerprints import shared_texts_of
from quotesdb.models import Appearance, Article, Correction, Quote
from quotesdb.past.tables import Following, tables_at
from quotesdb.portions import portions
from quotesdb.provenance.origins import counts
from quotesdb.replicas import connection

AT_ONCE = 200
"""Quotes of which the facts are held in memory at one time."""

NOTHING = Following()


@contextmanager
def as_of(at: datetime, following: Following = NOTHING) -> Iterator[None]:
    """Let all that is read inside be as it was at a moment; nothing may be written.

    Counts of quotes, and whom corrections affect, are those of `following`.
    """
    before, given = tables_at(at, following)

    def seeing(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        begun = sql.lstrip()
        if begun.startswith("WITH "):
            sql = f"WITH {before}, {begun.removeprefix('WITH ')}"
        else:
            sql = f"WITH {before} {begun}"
        return execute(sql, [*given, *(params or ())], many, context)

    with connection.execute_wrapper(seeing):
        yield


def following_at(at: datetime, quotes: Collection[int]) -> Following:
    """What followed for these quotes at a moment: found anew, by the rules of today."""
    found = NOTHING
    for some in portions(quotes, AT_ONCE):
        found = _and(found, _following(at, some))
    return found


def _following(at: datetime, quotes: list[int]) -> Following:
    with as_of(at):
        shares = shared_texts_of(quotes)
    with as_of(at, replace(NOTHING, shares=shares)):
        facts = facts_of_each(quotes)
        marks = [
            row for rows in downstream.right_rows(facts).values() for row in sorted(rows, key=repr)
        ]
    counted = [(quote, len(it.appearances), *counts(it)) for quote, it in facts.items()]
    return Following(counted, marks)


def _and(one: Following, other: Following) -> Following:
    return Following([*one.counts, *other.counts], [*one.marks, *other.marks])


def quotes_behind(model: Any, numbers: Collection[int]) -> set[int]:
    """The quotes that answers about records tell of, directly or by what corrections affect."""
    if model is Quote:
        return set(numbers)
    if model is Appearance:
        return _quotes_of(Appearance.objects.filter(pk__in=numbers))
    if model is Article:
        return _quotes_of(Appearance.objects.filter(article__in=numbers))
    if model is Correction:
        return _affected_by(Correction.objects.filter(pk__in=numbers))
    return set()


def _quotes_of(appearances: Any) -> set[int]:
    return set(appearances.order_by().values_list("quote", flat=True))


def _affected_by(corrections: Any) -> set[int]:
    about = corrections.order_by().values_list("quote", "appearance__quote", "article")
    quotes = {quote for *some, _ in about for quote in some if quote is not None}
    return quotes | quotes_touched_by(article for *_, article in about if article is not None)
