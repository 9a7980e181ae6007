"""How well a quote answers a query, as a whole number: the same on every engine.

Of each wording the score counts what of the query it has, rare terms for more (`HAS`); how near to
each other that stands (`NEAR`); whether it stands there as typed or in another form (`AS_TYPED`);
and whether the wording is the reference (`REFERENCE`). The best wording gives the quote's score.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from quotesdb.search.documents import wordings_in
from quotesdb.search.finding import Find, Finder
from quotesdb.search.query import Query

HAS, NEAR, AS_TYPED, REFERENCE = 10_000, 3_000, 600, 300

Wordings = list[list[Find]]


def scores(query: Query, documents: Mapping[int, str]) -> dict[int, int]:
    """The score of each quote that has one of these documents."""
    finder = Finder(query)
    found = {quote: _finds(finder, document) for quote, document in documents.items()}
    weights = _weights(len(finder.terms), list(found.values()))
    return {quote: _score(wordings, weights) for quote, wordings in found.items()}


def _finds(finder: Finder, document: str) -> Wordings:
    return [finder.finds(words, language) for language, words in wordings_in(document)]


def _weights(terms: int, found: Sequence[Wordings]) -> list[int]:
    """Of each term: 1 more for every time that those that have it would go twice into all.

    A power of two, so that it hardly changes where a few quotes more are found.
    """
    having: Counter[int] = Counter()
    for wordings in found:
        having.update({find.term for finds in wordings for find in finds})
    return [(len(found) // max(having[term], 1)).bit_length() or 1 for term in range(terms)]


def _score(wordings: Wordings, weights: Sequence[int]) -> int:
    total = sum(weights)
    return max(
        (
            _worth(finds, weights, total) + (0 if place else REFERENCE)
            for place, finds in enumerate(wordings)
            if finds
        ),
        default=0,
    )


def _worth(finds: Sequence[Find], weights: Sequence[int], total: int) -> int:
    terms = {find.term for find in finds}
    typed = {find.term for find in finds if find.as_typed}
    has = HAS * sum(weights[term] for term in terms) // total
    exactly = AS_TYPED * len(typed) // len(weights)
    if len(terms) < 2:
        return has + exactly
    return has + exactly + NEAR * len(terms) // (len(terms) + _between(finds, len(terms)))


def _between(finds: Sequence[Find], terms: int) -> int:
    """The fewest words that stand between the terms where all those found stand nearest."""
    latest: dict[int, Find] = {}
    best = None
    for find in finds:
        latest.pop(find.term, None)
        latest[find.term] = find
        if len(latest) == terms:
            first = next(iter(latest.values()))
            inside = sum(one.end - one.start for one in latest.values())
            between = max(find.end - first.start - inside, 0)
            best = between if best is None else min(best, between)
    return best or 0
