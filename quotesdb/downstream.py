"""Which appearances corrections affect: rows that follow from others, kept as `derived` says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from quotesdb.models import Affected, Article, Correction
from quotesdb.out_of_step import OutOfStep, Row
from quotesdb.portions import portions
from quotesdb.provenance.affected import Mark, affected
from quotesdb.provenance.facts import Facts

KEPT = ("appearance_id", "correction_id", "how", "certainty", "steps", "through_id")

STALE = (
    "of the marks that corrections leave on its appearances, {wrong} wrong and {missing} missing"
)


def renew(facts: Mapping[int, Facts]) -> dict[int, str]:
    """Set anew what affects the appearances of these quotes.

    Gives, for each quote with which something else was kept, a sentence about that.
    """
    differing = OutOfStep(facts, _held(facts), right_rows(facts))
    for some in portions(differing.gone()):
        Affected.objects.filter(pk__in=some).delete()
    new = (Affected(**dict(zip(KEPT, row, strict=True))) for _, row in differing.new())
    Affected.objects.bulk_create(new, batch_size=5000)
    return differing.told(STALE)


def stale(facts: Mapping[int, Facts]) -> dict[int, str]:
    """What `renew` would say of these quotes; nothing is written."""
    return OutOfStep(facts, _held(facts), right_rows(facts)).told(STALE)


def _held(quotes: Iterable[int]) -> dict[int, dict[Row, int]]:
    """By quote: the rows of `KEPT` that are kept, with their ids."""
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
