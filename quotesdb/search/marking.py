"""Which words of which wordings made a quote be found, by their places in the text."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from quotesdb.printed_words import PrintedWords
from quotesdb.search.documents import line_of
from quotesdb.search.finding import Finder
from quotesdb.search.lines import Line
from quotesdb.search.query import Query, Term
from quotesdb.search.stems import language_of, stem
from quotesdb.search.words import JOINED

Mark = tuple[int, int]
"""Where the words of a term start and end, in code points."""


class Marked(NamedTuple):
    """A wording that has terms of the query in it. `appearance` None: the reference."""

    appearance: int | None
    text: str
    marks: tuple[Mark, ...]


class Marker:
    """Marks the terms of one query."""

    def __init__(self, query: Query) -> None:
        self._finder = Finder(query)
        self._read = cache(partial(_read, self._finder.terms))

    def marked(self, wordings: Iterable[PrintedWords]) -> Iterator[Marked]:
        """Of these wordings those in which any term stands, each with its marks in order."""
        for appearance, text, tag in wordings:
            places = self._places(text, *self._read(tag))
            if places:
                yield Marked(appearance, text, tuple(_apart(places)))

    def _places(self, text: str, language: str, stems: Sequence[str]) -> Sequence[Mark]:
        line = Line(text, language)
        places = line.places_of(stems) if stems else None
        if places is None:
            finds = self._finder.finds(line_of(language, line.kept))
            places = [_place(line, first, end) for first, end, *_ in finds]
        return places


def _read(terms: Iterable[Term], tag: str) -> tuple[str, Sequence[str]]:
    """How wordings with a language tag are read: in which language, and for which stems."""
    language = language_of(tag)
    return language, _stems(terms, language)


def _stems(terms: Iterable[Term], language: str) -> tuple[str, ...]:
    """The stems by which all terms go in a language; none where one goes by more than a piece."""
    stems = [stem(term.keys[0], language) if term.goes_by_stems else "" for term in terms]
    return tuple(dict.fromkeys(stems)) if _joined(language).isdisjoint(stems) else ()


@cache
def _joined(language: str) -> frozenset[str]:
    """The stems of what may stand in two pieces, and none at all."""
    return frozenset([stem(word, language) for word in JOINED]) | {""}


def _place(line: Line, first: int, end: int) -> Mark:
    start, stop = line.place(first)
    return start, stop if end == first + 1 else line.place(end - 1)[1]


def _apart(places: Sequence[Mark]) -> Iterator[Mark]:
    """In order; where some overlap, one for all of them."""
    (start, end), *others = sorted(places)
    for more_start, more_end in others:
        if more_start < end:
            end = max(end, more_end)
        else:
            yield start, end
            start, end = more_start, more_end
    yield start, end
