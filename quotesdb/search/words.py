"""A text as words to be found by: as `quotesdb.wording` folds them, each with its place.

Folding a whole text takes long. So its pieces between spaces are folded one by one, and remembered;
only what reaches over a space, such as letters put in from another alphabet, is left to the whole.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from quotesdb.wording import Token, normalise
from quotesdb.wording.characters import combines
from quotesdb.wording.compounds import OPEN
from quotesdb.wording.contractions import OPEN_ENDINGS
from quotesdb.wording.contractions import WHOLE as CONTRACTIONS
from quotesdb.wording.lookalikes import LATIN_FOR
from quotesdb.wording.normalising import in_one_spelling, joint
from quotesdb.wording.numbers import TENS, UNITS, figures
from quotesdb.wording.spelling import american
from quotesdb.wording.tokens import tokenise

GAP = "…"
"""Stands where the reporter left words out, so that no phrase reaches over it."""

LONGEST = 50
"""Letters of a word that are kept."""

MOST_REMEMBERED = 2**15
"""Pieces and their words."""

PIECE = re.compile(r"\S+")
PLAIN_WORD = re.compile(r"""["'(]*([A-Za-z]+)["'),;:!?]*[.]?["')]*""")
"""A word with the marks around it, which change nothing of it."""

DOTS = ".․‥…︙﹒．"
OVER_A_SPACE = re.compile(rf"\[|[{DOTS}]\s+[{DOTS}]")
LOOKALIKES = LATIN_FOR.keys()
MAY_JOIN = frozenset(first for first, _ in OPEN) | frozenset(TENS)
MAY_BE_JOINED = frozenset(second for _, second in OPEN) | frozenset(UNITS)

# Scripts without spaces between words whose letters `quotesdb.wording` leaves together: Thai, Lao,
# Burmese, Khmer.
RUN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{2,}")


class Placed(NamedTuple):
    """A word, or a gap, and where it stands in the text, in code points."""

    key: str
    start: int
    end: int


class Part(NamedTuple):
    """A word within a piece: as it joins with others, and as it stands alone."""

    joins_as: str
    key: str
    start: int
    end: int


def placed_words(text: str) -> list[Placed]:
    """The words of a text in order, with gaps between them where it has any."""
    if _is_for_the_whole(text):
        return list(_fit(_of_token(token) for token in normalise(text).tokens))
    words: list[Placed] = []
    last = ""
    for piece in PIECE.finditer(text):
        parts = parts_of(piece[0])
        if parts is None:
            return list(_fit(_of_token(token) for token in normalise(text).tokens))
        at = piece.start()
        for joins_as, key, start, end in parts:
            if last in MAY_JOIN and (together := joint(last, joins_as)):
                words[-1] = Placed(figures(together), words[-1].start, at + end)
                last = together
            else:
                words.append(Placed(key, at + start, at + end))
                last = joins_as
    return words


def _is_for_the_whole(text: str) -> bool:
    return bool(OVER_A_SPACE.search(text)) or not (text.isascii() or LOOKALIKES.isdisjoint(text))


def _of_token(token: Token) -> Placed:
    return Placed(token.key if token.is_word else GAP, token.start, token.end)


@lru_cache(maxsize=MOST_REMEMBERED)
def parts_of(piece: str) -> tuple[Part, ...] | None:
    """The words of a piece without spaces; None where it cannot be told without the rest."""
    parts, at = parts_within(piece)
    if parts is None or not at:
        return parts
    return tuple(one._replace(start=one.start + at, end=one.end + at) for one in parts)


def parts_within(piece: str) -> tuple[tuple[Part, ...] | None, int]:
    """The words of a piece without the marks around it, and how far in they begin."""
    if combines(piece[0]):
        return None, 0
    if plain := PLAIN_WORD.fullmatch(piece):
        return _parts_of_word(plain[1].lower()), plain.start(1)
    return _parts_of_word(piece), 0


@lru_cache(maxsize=MOST_REMEMBERED)
def _parts_of_word(piece: str) -> tuple[Part, ...]:
    if piece.isascii() and piece.isalpha() and piece.islower() and piece not in CONTRACTIONS:
        # Nothing is to be taken apart, and to find that out takes as long as the spelling.
        key = american(piece)
        return (Part(key, figures(key)[:LONGEST], 0, len(piece)),)
    tokens = [in_one_spelling(token) for token in tokenise(piece)]
    return tuple(part for token in tokens for part in _parts_of_token(token))


def _parts_of_token(token: Token) -> Iterator[Part]:
    alone = _of_token(token)
    if alone.key != GAP:
        alone = alone._replace(key=figures(alone.key))
    for fit in _fit([alone]):
        whole = (fit.start, fit.end) == (token.start, token.end)
        yield Part(token.key if whole else "", *fit)


def _fit(words: Iterable[Placed]) -> Iterator[Placed]:
    """Without open endings, no longer than is kept, and letter by letter where no spaces are."""
    for word in words:
        if word.key in OPEN_ENDINGS:
            continue
        if RUN.fullmatch(word.key):
            yield from _letters(word)
        else:
            yield word._replace(key=word.key[:LONGEST])


def _letters(word: Placed) -> Iterator[Placed]:
    each = len(word.key) == word.end - word.start
    for at, letter in enumerate(word.key):
        start = word.start + at
        yield Placed(letter, start, start + 1) if each else word._replace(key=letter)
