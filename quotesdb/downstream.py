"""Which appearances corrections affect: rows that follow from others, kept as `derived` says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotesdb.models import Affected, Article, Correction
from quotesdb.portions import portions
from quotesdb.provenance.affected import Mark, affected
from quotesdb.provenance.facts import Facts

KEPT = ("appearance_id", "correction_id", "how", "certainty", "steps", "through_id")

Row = tuple[Any, ...]
"""The values of `KEPT`."""

STALE = (
    "of the marks that corrections leave on its appearances, {wrong} wrong and {missing} missing"
)


def renew(facts: Mapping[int, Facts]) -> dict[int, str]:
    """Set anew what affects the appearances of these quotes.

    Gives, for each quote with which something else was kept, a sentence about that.
    """
    held, right = _held(facts), right_rows(facts)
    wrong = {quote: rows.keys() - right[quote] for quote, rows in held.items()}
    missing = {quote: rows - held[quote].keys() for quote, rows in right.items()}
    gone = [held[quote][row] for quote, rows in wrong.items() for row in rows]
    for some in portions(gone):
        Affected.objects.filter(pk__in=some).delete()
    new = (
        Affected(**dict(zip(KEPT, row, strict=True))) for rows in missing.values() for row in rows
    )
    Affected.objects.bulk_create(new, batch_size=5000)
    return _told(wrong, missing)


def stale(facts: Mapping[int, Facts]) -> dict[int, str]:
    """What `renew` would say of these quotes; nothing is written."""
    held, right = _held(facts), right_rows(facts)
    wrong = {quote: held[quote].keys() - right[quote] for quote in facts}
    missing = {quote: right[quote] - held[quote].keys() for quote in facts}
    return _told(wrong, missing)


def _told(wrong: Mapping[int, set[Row]], missing: Mapping[int, set[Row]]) -> dict[int, str]:
    return {
        quote: STALE.format(wrong=len(wrong[quote]), missing=len(missing[quote]))
        for quote in wrong
        if wrong[quote] or missing[quote]
    }


def _held(quotes: Iterable[int]) -> dict[int, dict[Row, int]]:
    """By quote: the rows that are kept, with their ids."""
    held: dict[int, dict[Row, int]] = {quote: {} for quote in quotes}
    rows = Affected.objects.filter(appearance__quote__in=list(held)).order_by()
    for quote, number, *row in rows.values_list("appearance__quote", "pk", *KEPT):
        held[quote][tuple(row)] = number
    return held


def right_rows(facts: Mapping[int, Facts]) -> dict[int, set[Row]]:
    """By quote: the rows that ought to be kept."""
    marks = _marks(facts)
    found = {quote: affected(of_quote, marks[quote]) for quote, of_quote in facts.items()}
    through = {it.through for some in found.values() for it in some if it.through}
    numbers: dict[str | None, int | None] = {None: None}
    for keys in portions(through):
        numbers |= dict(Article.objects.filter(key__in=keys).values_list("key", "pk"))
    return {
        quote: {
            (
                it.appearance,
                it.mark,
                it.way.value,
                it.certainty.value,
                it.steps,
                numbers[it.through],
            )
            for it in some
        }
        for quote, some in found.items()
    }


def _marks(facts: Mapping[int, Facts]) -> dict[int, list[Mark]]:
    """By quote: the corrections in force about it, its appearances, or an article upstream."""
    marks: dict[int, list[Mark]] = defaultdict(list)
    in_force = Correction.objects.in_force().order_by()
    about = in_force.filter(quote__in=list(facts), quote__merged_into=None)
    for quote, number in about.values_list("quote", "pk"):
        marks[quote].append(Mark(number))
    about = in_force.filter(appearance__quote__in=list(facts))
    for quote, number, appearance in about.values_list("appearance__quote", "pk", "appearance"):
        marks[quote].append(Mark(number, appearance=appearance))
    for quote, mark in _of_articles(facts):
        marks[quote].append(mark)
    return marks


def _of_articles(facts: Mapping[int, Facts]) -> Iterator[tuple[int, Mark]]:
    quotes: dict[str, list[int]] = defaultdict(list)
    for quote, of_quote in facts.items():
        for key in of_quote.articles:
            quotes[key].append(quote)
    for keys in portions(quotes):
        about = Correction.objects.in_force().filter(
            article__key__in=keys, article__merged_into=None
        )
        for key, number in about.order_by().values_list("article__key", "pk"):
            yield from ((quote, Mark(number, article=key)) for quote in quotes[key])
