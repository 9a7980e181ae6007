"""Whose words are these: the held quotes that a wording may be a printing of.

Found by the longest words in common, then compared in full. The desk asks this for one candidate at
a time; it reads every wording that holds one of those words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from quotesdb.models import Appearance, Quote
from quotesdb.wording import Comparison, Kind, compare, is_same_quote, normalise
from quotesdb.wording.small_words import weight

TELLING_WORDS = 3
"""So many of the longest words are looked for, one by one."""

MOST_COMPARED = 300
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
    spoken_by = set(speakers)
    best: dict[int, tuple[Match, bool]] = {}
    for quote, speaker, wording in _compared(segments):
        match = _match(quote, wording, segments)
        if match and (quote not in best or _rank(match) > _rank(best[quote][0])):
            best[quote] = match, speaker in spoken_by
    ranked = sorted(best.values(), key=lambda it: (*_rank(it[0]), it[1], -it[0].quote))
    return [match for match, _ in reversed(ranked[-most:])]


def _compared(segments: Sequence[str]) -> Iterable[tuple[int, int | None, str]]:
    """Quote, speaker and words of whatever holds one of the telling words."""
    words = _telling_words(segments)
    if not words:
        return
    quotes = Quote.objects.standing().filter(_any_of("text", words)).order_by("-pk")
    yield from quotes.values_list("pk", "speaker", "text")[:MOST_COMPARED]
    printed = Appearance.objects.standing().filter(
        _any_of("wording", words), quote__merged_into=None
    )
    rows = printed.order_by("-pk").values_list("quote", "quote__speaker", "wording")
    yield from rows.distinct()[:MOST_COMPARED]


def _telling_words(segments: Sequence[str]) -> list[str]:
    printed = {
        token.text
        for segment in segments
        for token in normalise(segment).words
        if weight(token.key) == 1
    }
    return sorted(printed, key=lambda word: (-len(word), word))[:TELLING_WORDS]


def _any_of(column: str, words: Iterable[str]) -> Q:
    return reduce(or_, (Q(**{f"{column}__icontains": word}) for word in words))


def _match(quote: int, wording: str, segments: Sequence[str]) -> Match | None:
    comparison = compare(wording, segments)
    if comparison.kind not in ALIKE:
        return None
    return Match(quote, comparison, is_same_quote(wording, " ".join(segments)))


def _rank(match: Match) -> tuple[bool, float]:
    return match.is_same, match.comparison.similarity
