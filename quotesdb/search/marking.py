"""Which words of which wordings made a quote be found, by their places in the text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotesdb.printed_words import PrintedWords
from quotesdb.search.documents import line_of, line_of_each
from quotesdb.search.finding import Finder
from quotesdb.search.letters import places_of
from quotesdb.search.lines import Line
from quotesdb.search.query import Query
from quotesdb.search.stems import language_of

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
        self._seeks_words = all(len(term.keys) == 1 for term in self._finder.terms)

    def marked(self, wordings: Sequence[PrintedWords], document: str = "") -> Iterator[Marked]:
        """Of a quote's wordings those in which any term stands, each with its marks in order.

        With the quote's document most texts need not be read word by word.
        """
        lines = line_of_each(document, len(wordings))
        for (appearance, text, tag), line in zip(wordings, lines, strict=True):
            places = self._places(text, tag, line)
            if places:
                yield Marked(appearance, text, tuple(_apart(places)))

    def _places(self, text: str, tag: str, line: str) -> Sequence[Mark]:
        if line and self._seeks_words:
            places = places_of(text, self._finder.words(line))
            if places is not None:
                return places
        language = language_of(tag)
        read = Line(text, language)
        finds = self._finder.finds(line_of(language, read.kept))
        return [_place(read, first, end) for first, end, *_ in finds]


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
