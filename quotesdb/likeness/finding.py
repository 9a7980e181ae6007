"""Whose wording is nearest: candidates are compared word by word, in all their wordings."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from quotesdb.wording.keys import keys

from . import statements
from .features import features, word_feature
from .posted import Posted, candidates, posted_with
from .scoring import LEFT_OUT, MOST_LEFT_OUT, SMALL_WORD, Asked, likeness
from .signatures import Printed, compared
from .word_numbers import SMALL, as_characters, number

Ranked = Sequence[tuple[int, int | None]]

COMPARED = 60
"""Candidates that are compared word by word."""


@dataclass(frozen=True, slots=True)
class Near:
    """A quote, and its wording that is nearest to what was asked; None: the reference wording.

    `similarity` is a part of a hundred; `shared` is the weight of the words that both have, a small
    one a quarter: a few words in common are no proof, however alike.
    """

    quote: int
    appearance: int | None
    text: str
    similarity: float
    shared: float = 0.0


def nearest(asked: Sequence[str], most: int = 5) -> list[list[Near]]:
    """For each text, the standing quotes of which a wording is nearest to it, the likeliest first.

    Three statements, however many texts. A text without words is near to nothing.
    """
    wanted = [keys(text) for text in asked]
    found = [features(list(map(number, words))) for words in wanted]
    posted = posted_with(set().union(*found))
    likely = [candidates(some, posted) for some in found]
    signed = _signed({quote for some in likely for quote in some})
    ranked = [
        _ranked(words, some, signed, posted)[:most]
        for words, some in zip(wanted, likely, strict=True)
    ]
    texts = _texts(ranked)
    return [_near(words, some, texts) for words, some in zip(wanted, ranked, strict=True)]


def _signed(quotes: Collection[int]) -> dict[int, Printed]:
    return {quote: compared(bytes(it)) for quote, it in statements.signed(quotes)}


def _ranked(
    words: Sequence[str],
    likely: Mapping[int, float],
    signed: Mapping[int, Printed],
    posted: Posted,
) -> list[tuple[int, int | None]]:
    """The likeliest first: the quote, and the appearance that prints its nearest wording."""
    asked = asked_about(words, posted)
    longest = len(words) + MOST_LEFT_OUT / LEFT_OUT
    short = nlargest(
        COMPARED,
        (quote for quote in likely if quote in signed),
        key=lambda quote: likely[quote] - LEFT_OUT * min(len(signed[quote][0][1]), longest),
    )
    best = [(*nearest_wording(asked, signed[quote]), quote) for quote in short]
    best.sort(key=lambda it: (-it[0], it[2]))
    return [(quote, appearance) for _, appearance, quote in best]


def asked_about(words: Sequence[str], posted: Posted) -> Asked:
    """The words with what each says, for a comparison with any wording."""
    said = list(map(number, words))
    says = [
        SMALL_WORD if word in SMALL else max(SMALL_WORD, posted.information(word_feature(word)))
        for word in said
    ]
    return Asked(as_characters(said), says)


def nearest_wording(asked: Asked, wordings: Printed) -> tuple[float, int | None]:
    """The evidence for the likeliest of one quote's wordings, and the appearance that prints it."""
    evidence, appearance = -math.inf, None
    for printed_in, words in wordings:
        found = asked.evidence(words)
        if found > evidence:
            evidence, appearance = found, printed_in
    return evidence, appearance


def _texts(ranked: Iterable[Ranked]) -> dict[tuple[int, int | None], str]:
    chosen = {it for some in ranked for it in some}
    references = [quote for quote, appearance in chosen if appearance is None]
    printings = {appearance: quote for quote, appearance in chosen if appearance is not None}
    return {
        (number, None) if kind == "quote" else (printings[number], number): text
        for kind, number, text in statements.printed(references, printings)
    }


def _near(
    words: Sequence[str], ranked: Ranked, texts: Mapping[tuple[int, int | None], str]
) -> list[Near]:
    return [
        Near(quote, appearance, text, *alike)
        for quote, appearance in ranked
        if (text := texts.get((quote, appearance))) is not None
        if (alike := likeness(words, keys(text)))[0]
    ]
