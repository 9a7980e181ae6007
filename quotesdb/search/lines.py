"""A wording as a document keeps it: a line of its words, each with its stem, and where they stand.

Most pieces of a text between spaces are kept alike whatever stands beside them. How, is remembered
for each language: then a text is only split, looked up and joined again. What reaches over a space
is left to `words.placed_words`.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import ClassVar

from quotesdb.search.stems import tokens_by_word
from quotesdb.search.words import (
    DOTS,
    LOOKALIKES,
    MAY_JOIN,
    Part,
    Placed,
    parts_of,
    parts_within,
    placed_words,
)
from quotesdb.wording.normalising import joint

MOST_REMEMBERED = 2**18
"""Pieces of all languages, but for those of the text that is read."""

Piece = str | None
"""How a piece is kept: its words with a space between them; None where its neighbours matter."""

Place = tuple[int, int]
"""Where something starts and ends in a text, in code points."""


class Line:
    """The words of a text; where they stand is found out only of those that are asked for."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._known = _known(language)
        self._pieces = text.split()

    @cached_property
    def _each(self) -> Sequence[Piece]:
        return list(map(self._known.__getitem__, self._pieces))

    @cached_property
    def kept(self) -> str:
        """Its words as a document keeps them."""
        if self._placed:
            return " ".join([self._known.tokens[word.key] for word in self._placed])
        return " ".join(filter(None, self._each))

    def place(self, number: int) -> Place:
        """Where the word of this number stands."""
        if self._placed:
            _, start, end = self._placed[number]
            return start, end
        at, number = (number, 0) if self._has_one_in_each else self._piece_with(number)
        _, _, start, end = _parts(self._pieces[at])[number]
        begins = self._begins(at)
        return begins + start, begins + end

    def _begins(self, at: int) -> int:
        return len(self._text) - len(self._text.split(None, at)[at])

    @cached_property
    def _placed(self) -> Sequence[Placed]:
        """All words, where a piece by itself does not tell."""
        if None in self._each or self._known.some_join(self._pieces):
            return placed_words(self._text)
        return ()

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


class _Pieces(dict[str, Piece]):
    """How the pieces of texts in a language are kept.

    `open`: those that may make one word with the piece behind.
    """

    remembered: ClassVar[int] = 0
    """Of all languages."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.tokens = tokens_by_word(language)
        self.open: set[str] = set()

    def __missing__(self, piece: str) -> Piece:
        _Pieces.remembered += 1
        parts = _parts_alone(piece)
        if parts is None:
            self[piece] = None
            return None
        # Of a single word it is the very text that is remembered for the word.
        kept = " ".join([self.tokens[part.key] for part in parts])
        if parts and parts[-1].joins_as in MAY_JOIN:
            self.open.add(piece)
        # Last, for others may read meanwhile: of what they find here they need the rest as well.
        self[piece] = kept
        return kept

    def some_join(self, pieces: Sequence[str]) -> bool:
        """Whether any of these, which are known, makes one word with the next."""
        return any(_join(*pieces[at : at + 2]) for at in self._open_among(pieces))

    def _open_among(self, pieces: Sequence[str]) -> list[int]:
        return [at for at, piece in enumerate(pieces[:-1]) if piece in self.open]


_by_language: dict[str, _Pieces] = {}


def _known(language: str) -> _Pieces:
    """What is remembered of a language: begun anew where all is too much, beside whoever reads."""
    if _Pieces.remembered >= MOST_REMEMBERED:
        _by_language.clear()
        _Pieces.remembered = 0
    known = _by_language.get(language)
    if known is None:
        known = _by_language[language] = _Pieces(language)
    return known


@lru_cache(2**13)
def _join(piece: str, following: str) -> bool:
    """Whether two pieces make one word, or what follows has no word to tell it by."""
    parts, more = _parts(piece), _parts(following)
    return not (parts and more) or bool(joint(parts[-1].joins_as, more[0].joins_as))


def _parts_alone(piece: str) -> tuple[Part, ...] | None:
    """The words of a piece, by their places in it without the marks around it.

    None where they may depend on what stands beside it.
    """
    if piece[0] in DOTS or "[" in piece or not LOOKALIKES.isdisjoint(piece):
        return None
    parts, _ = parts_within(piece)
    if parts is None or any(part.joins_as in MAY_JOIN for part in parts[:-1]):
        return None
    return parts


def _parts(piece: str) -> tuple[Part, ...]:
    """Those of one that has words of its own."""
    return parts_of(piece) or ()
