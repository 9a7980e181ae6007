"""What follows for each quote from other rows: all that `recount` would set anew.

Quotes are gone through once for all the checks that are asked for, and what these reason about is
read once for each portion.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Min

from quotesdb import downstream, fingerprints, kept_answers, likeness, outlets_of_quotes, search
from quotesdb.derived import AT_ONCE
from quotesdb.facts import facts_of_each
from quotesdb.models import Appearance, Quote
from quotesdb.models.quote import COUNTS
from quotesdb.portions import portions
from quotesdb.printed_words import PrintedWords, words_of
from quotesdb.provenance.facts import Facts
from quotesdb.provenance.origins import counts

from .finding import RECOUNT, OnRows, Wrong

Told = Mapping[int, str]
"""By quote, a sentence about what is wrong with it."""


@dataclass
class Some:
    """Some quotes, and what is held of them."""

    numbers: Sequence[int]

    @cached_property
    def facts(self) -> Mapping[int, Facts]:
        return facts_of_each(self.numbers)

    @cached_property
    def words(self) -> Mapping[int, Sequence[PrintedWords]]:
        return words_of(self.numbers)

    def held(self, *columns: str) -> Iterable[tuple[Any, ...]]:
        return Quote.objects.filter(pk__in=self.numbers).order_by().values_list("pk", *columns)


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """One thing that follows for quotes; `recount` mends it."""

    name: str
    claim: str
    stale: Callable[[Some], Told]
    mended_by: str = field(default=RECOUNT, init=False)


def dates(some: Some) -> Told:
    printed = Appearance.objects.standing().filter(quote__in=some.numbers).order_by()
    first = dict(printed.values_list("quote").annotate(Min("article__published_on")))
    return {
        quote: f"its sort date is {held}, and ought to be {right}"
        for quote, said, held in some.held("said_from", "sort_date")
        if held != (right := said or first.get(quote) or date.min)
    }


def origins(some: Some) -> Told:
    told = {}
    for quote, *held in some.held(*COUNTS):
        facts = some.facts[quote]
        found = (len(facts.appearances), *counts(facts))
        if found != tuple(held):
            told[quote] = f"{_counted(held)}, and is {_counted(found)}"
    return told


def _counted(numbers: Sequence[int]) -> str:
    printed, declared, inferred = numbers
    return f"printed {printed} times, {declared} origins declared, {inferred} inferred"


QUOTE_CHECKS = (
    QuoteCheck("dates", "A quote is sorted by when it was said, else first published.", dates),
    QuoteCheck(
        "shared-texts",
        "Which reports of a quote share text is kept as it is found.",
        lambda some: fingerprints.stale_shared_texts(some.numbers),
    ),
    QuoteCheck("origins", "Printings and independent origins are counted right.", origins),
    QuoteCheck(
        "kept-answers",
        "Answers about quotes that are printed often are as they would be found now.",
        lambda some: kept_answers.stale(some.facts),
    ),
    QuoteCheck(
        "affected",
        "Corrections affect the appearances that are marked, and no others.",
        lambda some: downstream.stale(some.facts),
    ),
    QuoteCheck(
        "outlets",
        "Which outlets print a quote, and when, is kept as it is.",
        lambda some: outlets_of_quotes.stale(some.numbers),
    ),
    QuoteCheck(
        "search",
        "Quotes are found by the words of their wordings, and by no others.",
        lambda some: search.stale(some.words),
    ),
    QuoteCheck(
        "likeness",
        "Quotes are likened by the words of their wordings, and by no others.",
        lambda some: likeness.stale(some.words),
    ),
)


def walk(checks: Sequence[QuoteCheck], on_rows: OnRows) -> Iterator[tuple[QuoteCheck, Wrong]]:
    """All that these checks find, in the order of the quotes."""
    if not checks:
        return
    numbers = Quote.objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=AT_ONCE)
    for some in map(Some, portions(numbers, AT_ONCE)):
        told = [(check, check.stale(some)) for check in checks]
        keys = dict(some.held("key")) if any(of_check for _, of_check in told) else {}
        for check, of_check in told:
            for quote, sentence in sorted(of_check.items()):
                yield check, Wrong(f"quote {keys[quote]}", sentence)
        on_rows(len(some.numbers))
