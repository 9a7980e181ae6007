"""A wording as a document keeps it: a line of its words, each with its stem, and where they stand.

Most pieces of a text between spaces are kept alike whatever stands beside them. How, is remembered
for each language: then a text is only split, looked up and joined again. What reaches over a space
is left to `words.placed_words`.
"""

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache

from quotesdb.search.stems import tokens_by_word
from quotesdb.search.words import (
    DOTS,
    LOOKALIKES,
    MAY_JOIN,
    Part,
    Placed,
    parts_of,
    placed_words,
)
from quotesdb.wording.normalising import joint

MOST_REMEMBERED = 2**16
"""Pieces of one language."""

Piece = str | None
"""How a piece is kept: its words with a space between them; None where its neighbours matter."""


class Line:
    """The words of a text; where they stand is found out only of those that are asked for."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._pieces = text.split()
        known = _known(language)
        self._each = list(map(known.__getitem__, self._pieces))
        self._placed: list[Placed] = []
        if None in self._each or known.some_join(self._pieces):
            self._placed = placed_words(text)
            tokens = tokens_by_word(language)
            self.kept = " ".join([tokens[word.key] for word in self._placed])
        else:
            self.kept = " ".join(filter(None, self._each))

    def place(self, number: int) -> tuple[int, int]:
        """Where the word of this number starts and ends in the text, in code points."""
        if self._placed:
            _, start, end = self._placed[number]
            return start, end
        at, number = (number, 0) if self._has_one_in_each else self._piece_with(number)
        start = len(self._text) - len(self._text.split(None, at)[at])
        _, _, begins, ends = parts_of(self._pieces[at])[number]  # type: ignore[index]
        return start + begins, start + ends

    @cached_property
    def _has_one_in_each(self) -> bool:
        return "" not in self._each and self.kept.count(" ") == len(self._each) - 1

    def _piece_with(self, number: int) -> tuple[int, int]:
        """Which piece has the word of this number, and as which of its words."""
        for at, kept in enumerate(self._each):
            many = kept.count(" ") + 1 if kept else 0
            if number < many:
                return at, number
            number -= many
        raise IndexError(number)


@cache
def _known(language: str) -> "_Pieces":
    return _Pieces(language)


class _Pieces(dict[str, Piece]):
    """How the pieces of texts in a language are kept."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._tokens = tokens_by_word(language)
        self._open: set[str] = set()

    def __missing__(self, piece: str) -> Piece:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
            self._open.clear()
        parts = _parts_alone(piece)
        self[piece] = kept = None if parts is None else self._kept(parts)
        if parts and parts[-1].joins_as in MAY_JOIN:
            self._open.add(piece)
        return kept

    def some_join(self, pieces: Sequence[str]) -> bool:
        """Whether any of these, which are known, makes one word with the next."""
        return any(_join(*pieces[at : at + 2]) for at in self._open_among(pieces))

    def _open_among(self, pieces: Sequence[str]) -> list[int]:
        return [at for at, piece in enumerate(pieces[:-1]) if piece in self._open]

    def _kept(self, parts: tuple[Part, ...]) -> str:
        # Of a single word it is the very text that is remembered for the word.
        return " ".join([self._tokens[part.key] for part in parts])


@lru_cache(MOST_REMEMBERED)
def _join(piece: str, following: str) -> bool:
    """Whether two pieces make one word, or what follows has no word to tell it by."""
    parts, more = parts_of(piece), parts_of(following)
    return not (parts and more) or bool(joint(parts[-1].joins_as, more[0].joins_as))


def _parts_alone(piece: str) -> tuple[Part, ...] | None:
    """The words of a piece; None where they may depend on what stands beside it."""
    if piece[0] in DOTS or "[" in piece or not LOOKALIKES.isdisjoint(piece):
        return None
    parts = parts_of(piece)
    if parts is None or any(part.joins_as in MAY_JOIN for part in parts[:-1]):
        return None
    return parts
