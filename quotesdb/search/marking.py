"""Which words of which wordings made a quote be found, by their places in the text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotesdb.printed_words import PrintedWords
from quotesdb.search.documents import line_of
from quotesdb.search.finding import Find, Finder
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

    def marked(self, wordings: Iterable[PrintedWords]) -> Iterator[Marked]:
        """Of these wordings those in which any term stands, each with its marks in order."""
        for wording in wordings:
            language = language_of(wording.language)
            line = Line(wording.text, language)
            finds = self._finder.finds(line_of(language, line.kept))
            if finds:
                yield Marked(wording.appearance, wording.text, tuple(_marks(line, finds)))


def _marks(line: Line, finds: Sequence[Find]) -> Iterator[Mark]:
    """Where marks would overlap, one for all of them."""
    places = sorted(
        line.place(first) if end == first + 1 else (line.place(first)[0], line.place(end - 1)[1])
        for first, end, *_ in finds
    )
    start, end = places[0]
    for more_start, more_end in places[1:]:
        if more_start < end:
            end = max(end, more_end)
        else:
            yield start, end
            start, end = more_start, more_end
    yield start, end
