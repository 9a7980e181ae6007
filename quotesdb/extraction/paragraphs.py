"""An article's text in paragraphs, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 5_000
"""Characters of one paragraph. What is longer is cut at a blank, so that work stays linear."""

LINE = re.compile(r"[^\r\n\u2028\u2029\f\v]+")
ENDS_A_PARAGRAPH = frozenset(".?!:”\"’')…]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text between two breaks, without the blanks around it."""

    text: str
    start: int
    end: int

    def holds_words(self, start: int, end: int) -> bool:
        return not self.text[start:end].isspace() and start < end

    def text_before(self, place: int) -> str:
        return self.text[place - 1 : place]


def paragraphs(text: str) -> list[Paragraph]:
    return [
        Paragraph(text, start, end)
        for line in _joined(text)
        for start, end in _cut(text, *line)
        if start < end
    ]


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Lines, where a line broken in the middle of a sentence counts as one with the next."""
    start = end = -1
    for found in LINE.finditer(text):
        if start >= 0 and _goes_on(text, end, found):
            end = found.end()
            continue
        if start >= 0:
            yield start, end
        start, end = found.span()
    if start >= 0:
        yield start, end


def _goes_on(text: str, end: int, following: re.Match[str]) -> bool:
    one_break = following.start() - end <= 2 and text.count("\n", end, following.start()) <= 1
    last = text[end - 1]
    return one_break and text[following.start()].islower() and last not in ENDS_A_PARAGRAPH


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = blank if blank > 0 else start + LONGEST
        yield _stripped(text, start, cut)
        start = cut
    yield _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())
