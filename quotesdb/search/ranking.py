"""How well a quote answers a query, as a whole number: the same on every engine.

Of each wording the score counts what of the query it has, rare terms for more (`HAS`); how near to
each other that stands (`NEAR`); whether it stands there as typed or in another form (`AS_TYPED`);
and whether the wording is the reference (`REFERENCE`). The best wording gives the quote's score.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quotesdb.search.finding import Find, Finder
from quotesdb.search.query import Query

HAS, NEAR, AS_TYPED, REFERENCE = 10_000, 3_000, 600, 300

Wordings = list[list[Find]]
Terms = frozenset[int]


def scores(query: Query, documents: Mapping[int, str], most: int | None = None) -> dict[int, int]:
    """The score of each quote of which the document has all that is looked for.

    Of more than `most` of these only the first are ranked.
    """
    finder = Finder(query)
    found: dict[int, Wordings] = {}
    having: Counter[Terms] = Counter()
    for quote, document in documents.items():
        if len(found) == most:
            break
        wordings = [finder.finds(line) for line in document.split("\n")]
        terms = frozenset([term for finds in wordings for _, _, term, _ in finds])
        if terms in having or _has_all(query, terms):
            having[terms] += 1
            found[quote] = wordings
    worths = _Worths(_weights(len(finder.terms), having))
    return {quote: _score(wordings, worths) for quote, wordings in found.items()}


def _has_all(query: Query, terms: Terms) -> bool:
    numbers = iter(range(len(list(query.terms()))))
    groups = [[next(numbers) for _ in group] for group in query.groups]
    return all(not terms.isdisjoint(group) for group in groups)


def _weights(terms: int, having: Mapping[Terms, int]) -> list[int]:
    """Of each term: 1 more for every time that those that have it would go twice into all.

    A power of two, so that it hardly changes where a few quotes more are found.
    """
    every = sum(having.values())
    each = [sum(times for some, times in having.items() if term in some) for term in range(terms)]
    return [(every // max(times, 1)).bit_length() or 1 for times in each]


class _Worths(dict[tuple[Find, ...], int]):
    """What a wording is worth by its finds: most are met again and again."""

    def __init__(self, weights: Sequence[int]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, finds: tuple[Find, ...]) -> int:
        self[finds] = worth = _worth(finds, self._weights)
        return worth


def _score(wordings: Wordings, worths: _Worths) -> int:
    best = 0
    for place, finds in enumerate(wordings):
        if finds:
            worth = worths[_from_the_first(finds)] + (0 if place else REFERENCE)
            best = max(best, worth)
    return best


def _from_the_first(finds: Sequence[Find]) -> tuple[Find, ...]:
    first = finds[0][0]
    return tuple([(start - first, end - first, term, typed) for start, end, term, typed in finds])


def _worth(finds: Sequence[Find], weights: Sequence[int]) -> int:
    terms = {term for _, _, term, _ in finds}
    typed = {term for _, _, term, as_typed in finds if as_typed}
    has = HAS * sum(weights[term] for term in terms) // sum(weights)
    exactly = AS_TYPED * len(typed) // len(weights)
    if len(terms) < 2:
        return has + exactly
    return has + exactly + NEAR * len(terms) // (len(terms) + _between(finds, len(terms)))


def _between(finds: Iterable[Find], terms: int) -> int:
    """The fewest words that stand between the terms where all those found stand nearest."""
    latest: dict[int, Find] = {}
    best = None
    for find in finds:
        _, end, term, _ = find
        latest.pop(term, None)
        latest[term] = find
        if len(latest) == terms:
            first, *_ = next(iter(latest.values()))
            inside = sum(ends - starts for starts, ends, *_ in latest.values())
            between = max(end - first - inside, 0)
            best = between if best is None else min(best, between)
    return best or 0
