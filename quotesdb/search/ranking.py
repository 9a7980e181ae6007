"""How well a quote answers a query, as a whole number: the same on every engine.

Of each wording the score counts what of the query it has, rare terms for more (`HAS`); how near to
each other that stands (`NEAR`); whether it stands there as typed or in another form (`AS_TYPED`);
and whether the wording is the reference (`REFERENCE`). The best wording gives the quote's score.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from quotesdb.search.finding import HEAD, Find, Finder
from quotesdb.search.query import Query

HAS, NEAR, AS_TYPED, REFERENCE = 10_000, 3_000, 600, 300

Terms = int
"""A bit for each term."""

Seen = tuple[Terms, Terms, int]
"""What counts of a wording: the terms that it has, those of them that stand there as typed, and the
fewest words between the terms. Most are met again and again."""

NOTHING: Seen = (0, 0, 0)


def scores(query: Query, documents: Mapping[int, str], most: int | None = None) -> dict[int, int]:
    """The score of each quote of which the document has all that is looked for.

    Of more than `most` of these only the first are ranked.
    """
    finder, groups = Finder(query), _groups(query)
    found: dict[int, list[Seen]] = {}
    having: Counter[Terms] = Counter()
    for quote, document in documents.items():
        if len(found) == most:
            break
        wordings = [_seen(finder, line) for line in document.split("\n")]
        terms = 0
        for seen in wordings:
            terms |= seen[0]
        if terms in having or all(terms & group for group in groups):
            having[terms] += 1
            found[quote] = wordings
    worths = _Worths(_weights(len(finder.terms), having))
    return {quote: _score(wordings, worths) for quote, wordings in found.items()}


def _seen(finder: Finder, line: str) -> Seen:
    """Where no term stands twice, as is usual, the places are not listed and put in order."""
    terms = typed = inside = last = last_length = 0
    first = len(line)
    for find, letters, whole, term, length in finder[line[:HEAD]]:
        at = find(line, letters, 0)
        if at < 0:
            continue
        if find(line, letters, at + 1) >= 0:
            return _seen_at(finder.finds(line))
        terms |= term
        inside += length
        if line.startswith(whole, at):
            typed |= term
        if at < first:
            first = at
        if at > last:
            last, last_length = at, length
        elif at == last and length > last_length:
            last_length = length
    between = line.count(" ", first, last) + last_length - inside
    return terms, typed, between if between > 0 else 0


def _seen_at(finds: Sequence[Find]) -> Seen:
    """The same from all places of all terms, in order."""
    terms = typed = 0
    for _, _, term, as_typed in finds:
        terms |= term
        if as_typed:
            typed |= term
    many = terms.bit_count()
    return terms, typed, _between(finds, many) if many > 1 else 0


def _groups(query: Query) -> list[Terms]:
    """Of each group its terms, of which one is enough."""
    bits = (1 << number for number in count())
    return [sum([next(bits) for _ in group]) for group in query.groups]


def _weights(terms: int, having: Mapping[Terms, int]) -> list[int]:
    """Of each term: 1 more for every time that those that have it would go twice into all.

    A power of two, so that it hardly changes where a few quotes more are found.
    """
    every = sum(having.values())
    each = [sum(times for some, times in having.items() if some >> it & 1) for it in range(terms)]
    return [(every // max(times, 1)).bit_length() or 1 for times in each]


class _Worths(dict[Seen, int]):
    """What a wording is worth by what is seen in it."""

    def __init__(self, weights: Sequence[int]) -> None:
        super().__init__({NOTHING: 0})
        self._weights = weights

    def __missing__(self, seen: Seen) -> int:
        self[seen] = worth = _worth(*seen, self._weights)
        return worth


def _score(wordings: Sequence[Seen], worths: _Worths) -> int:
    best = worths[wordings[0]]
    if best:
        best += REFERENCE
    for seen in wordings[1:]:
        worth = worths[seen]
        if worth > best:
            best = worth
    return best


def _worth(terms: Terms, typed: Terms, between: int, weights: Sequence[int]) -> int:
    held = sum(weight for term, weight in enumerate(weights) if terms >> term & 1)
    worth = HAS * held // sum(weights) + AS_TYPED * typed.bit_count() // len(weights)
    many = terms.bit_count()
    return worth if many < 2 else worth + NEAR * many // (many + between)


def _between(finds: Iterable[Find], terms: int) -> int:
    """The fewest words that stand between the terms where all those found stand nearest."""
    latest: dict[Terms, Find] = {}
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
