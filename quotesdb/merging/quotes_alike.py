"""Quotes that may be one act of saying, two by two: by their words, and by who said them or when.

The same person saying nearly the same a month later is another quote, so words alone do not do.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from quotesdb.likeness import Near, nearest
from quotesdb.merging.alike import Pair
from quotesdb.models import Quote
from quotesdb.vocabulary import Alike, Mergeable
from quotesdb.wording import is_same_quote

MOST_NEAR = 8
"""Quotes with which the words of one are compared."""


class Said(NamedTuple):
    """By whom a quote was said, and when, as far as that is known."""

    speaker: int | None
    since: date | None
    until: date | None
    sort_date: date


def quotes_alike(quotes: Collection[int]) -> Iterator[Pair]:
    """Pairs of these quotes and any others. Five statements, however many."""
    rows = Quote.objects.standing().filter(pk__in=quotes).order_by("pk")
    texts = dict(rows.values_list("pk", "text"))
    near = dict(zip(texts, nearest(list(texts.values()), MOST_NEAR), strict=True))
    said = _said({*texts, *(it.quote for some in near.values() for it in some)})
    found: dict[tuple[int, int], float] = {}
    for quote, some in near.items():
        for other in some:
            if _may_be_one(quote, texts[quote], other, said):
                both = min(quote, other.quote), max(quote, other.quote)
                found[both] = max(found.get(both, 0.0), other.similarity)
    for (a, b), similarity in found.items():
        yield Pair(Mergeable.QUOTE, a, b, Alike.WORDS, round(min(1.0, similarity), 3))


def _said(quotes: Collection[int]) -> dict[int, Said]:
    rows = Quote.objects.standing().filter(pk__in=quotes).order_by()
    told: Any = rows.values_list("pk", "speaker", "said_from", "said_until", "sort_date")
    return {pk: Said(*rest) for pk, *rest in told}


def _may_be_one(quote: int, text: str, near: Near, said: dict[int, Said]) -> bool:
    one, other = said[quote], said.get(near.quote)
    if near.quote == quote or other is None or _are_apart(one, other):
        return False
    is_theirs = one.speaker is not None and one.speaker == other.speaker
    return (is_theirs or _is_one_day(one, other)) and is_same_quote(text, near.text)


def _are_apart(one: Said, other: Said) -> bool:
    """Whether it is known that they were said at different times."""
    return any(
        first.until and then.since and first.until < then.since
        for first, then in ((one, other), (other, one))
    )


def _is_one_day(one: Said, other: Said) -> bool:
    """Whether they may have been said, or were first printed, on the same day."""
    return one.sort_date == other.sort_date != date.min
