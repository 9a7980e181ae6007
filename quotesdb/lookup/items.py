"""The quotations in a text, each with its place and whom the text names for it.

Words in marks are items, as the reader of articles puts them together; so are words in marks that
it takes for no quote, if they are long enough. A text in which nothing long enough stands in marks
is looked up whole, a long one by its paragraphs.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from quotesdb.extraction.findings import Finding, Speaker
from quotesdb.extraction.marks import Quotation, quotations
from quotesdb.extraction.paragraphs import paragraphs
from quotesdb.extraction.reading import read
from quotesdb.lookup.thresholds import LEAST_WORDS, LONGEST_WHOLE
from quotesdb.vocabulary import Form
from quotesdb.wording import normalise

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """Words to look up: `places` count code points, one range for each segment."""

    places: tuple[Range, ...]
    segments: tuple[str, ...]
    speaker: Speaker | None = None
    confidence: float = 0.0
    """How sure the reader is of the words and the speaker, from 0 to 1."""
    is_too_short: bool = False

    @property
    def start(self) -> int:
        return self.places[0][0]

    @property
    def end(self) -> int:
        return self.places[-1][1]

    @property
    def text(self) -> str:
        """The segments, joined by one space, as the wording of an appearance is."""
        return " ".join(self.segments)

    def apart(self) -> "list[Item]":
        """Each segment by itself: what an attribution parts may also be two quotes."""
        return [
            replace(self, places=(place,), segments=(words,), is_too_short=is_few(words))
            for place, words in zip(self.places, self.segments, strict=True)
        ]


def items_of(text: str) -> list[Item]:
    """What to look up of a text, in its order."""
    found = [item for it in read(text).findings if (item := _of_finding(text, it))]
    known = {start for item in found for start, _ in item.places}
    others = (_item(text, [(it.inner_start, it.inner_end)]) for it in _marked(text))
    left = (item for item in others if item and item.start not in known)
    marked = [*found, *(item for item in left if not item.is_too_short)]
    if all(item.is_too_short for item in marked):
        marked += _unmarked(text)
    return sorted(marked, key=lambda item: (item.start, -item.end))


def _of_finding(text: str, finding: Finding) -> Item | None:
    if finding.form is Form.INDIRECT:
        return None
    places = [(it.start, it.end) for it in finding.segments]
    return _item(text, places, finding.speaker, finding.confidence)


def _marked(text: str) -> Iterator[Quotation]:
    for paragraph in paragraphs(text):
        outer = quotations(text, paragraph)
        yield from chain(outer, _inside(outer))


def _inside(outer: Iterable[Quotation]) -> Iterator[Quotation]:
    for quotation in outer:
        yield from quotation.inner
        yield from _inside(quotation.inner)


def _unmarked(text: str) -> Iterator[Item]:
    """The whole text, however short: whoever sends it wants to know; or its paragraphs."""
    if len(text) <= LONGEST_WHOLE:
        items = [_item(text, [(0, len(text))], least=1)]
    else:
        items = [_item(text, [(it.start, it.end)]) for it in paragraphs(text)]
    yield from (item for item in items if item)


def _item(
    text: str,
    places: Sequence[Range],
    speaker: Speaker | None = None,
    confidence: float = 0.0,
    least: int = LEAST_WORDS,
) -> Item | None:
    """None for what holds no words at all."""
    bare = [_stripped(text, *place) for place in places]
    with_words = tuple((start, end) for start, end in bare if start < end)
    segments = tuple(text[start:end] for start, end in with_words)
    whole = " ".join(segments)
    if is_few(whole, 1):
        return None
    return Item(with_words, segments, speaker, confidence, is_few(whole, least))


def is_few(words: str, least: int = LEAST_WORDS) -> bool:
    return len(normalise(words).words) < least


def _stripped(text: str, start: int, end: int) -> Range:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
