"""The held quotes that the words of one candidate may be a printing of, for the desk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotesdb.likeness import Near, nearest
from quotesdb.models import Quote
from quotesdb.wording import Comparison, Kind, compare, is_same_quote

MOST_COMPARED = 20
ALIKE = {Kind.EXACT, Kind.TYPOGRAPHIC, Kind.EXCERPT, Kind.EDITED, Kind.REWORDED}


@dataclass(frozen=True, slots=True)
class Match:
    """A held quote, and how its nearest wording differs from what was asked about."""

    quote: int
    comparison: Comparison
    is_same: bool


def resembling(segments: Sequence[str], speakers: Iterable[int] = (), most: int = 3) -> list[Match]:
    """The standing quotes that these words may be a printing of, the likeliest first.

    Quotes of `speakers` come before equal ones of others.
    """
    best: dict[int, Match] = {}
    for near in nearest([" ".join(segments)], MOST_COMPARED)[0]:
        match = _match(near, segments)
        before = best.get(near.quote)
        if match and (before is None or _rank(match) > _rank(before)):
            best[near.quote] = match
    theirs = _spoken_by(set(speakers), best)
    ranked = sorted(best.values(), key=lambda it: (*_rank(it), it.quote in theirs, -it.quote))
    return ranked[::-1][:most]


def _spoken_by(speakers: set[int], quotes: Iterable[int]) -> set[int]:
    if not speakers:
        return set()
    theirs = Quote.objects.filter(pk__in=list(quotes), speaker__in=speakers).order_by()
    return set(theirs.values_list("pk", flat=True))


def _match(near: Near, segments: Sequence[str]) -> Match | None:
    comparison = compare(near.text, segments)
    if comparison.kind not in ALIKE:
        return None
    return Match(near.quote, comparison, is_same_quote(near.text, " ".join(segments)))


def _rank(match: Match) -> tuple[bool, float]:
    return match.is_same, match.comparison.similarity
