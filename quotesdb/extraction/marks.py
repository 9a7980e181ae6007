"""Finds the words that stand between quotation marks, whatever the marks.

A mark is judged by its shape and by what stands beside it, never by counting: one mark too many
spoils its own paragraph and no other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from quotesdb.extraction.paragraphs import Paragraph

MARK = re.compile("''|``|[\"“”„‟«»'‘’‚‛`‹›]")
SINGLE = frozenset("'‘’‚‛`‹›")
ONLY_OPEN = frozenset("“„‘‚‛`‹") | {"``"}
ONLY_CLOSE = frozenset("”")
OPENS_BEFORE = frozenset(" \t\n\u00a0\u2009([{—–-/\"“„«'‘‚‹…:―") | {"", "\u200b", "\ufeff"}
STOPS = frozenset(".,!?…")


class Style(Enum):
    """One kind of mark does not close another, save where writers and keyboards mix them."""

    DOUBLE = "double"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks: the places with the marks and without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    style: Style
    closed: bool
    inner: tuple["Quotation", ...] = ()


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    shape: str
    single: bool
    opens: bool
    closes: bool
    apostrophe: bool = False


@dataclass(slots=True)
class _Open:
    mark: _Mark
    inner: list[Quotation]


def quotations(text: str, paragraph: Paragraph) -> list[Quotation]:
    """The outermost quotations of a paragraph, with those inside them."""
    marks = [_judged(text, found, paragraph) for found in _marks(text, paragraph)]
    return _Pairing(paragraph, marks).pair()


def _marks(text: str, paragraph: Paragraph) -> Iterator[re.Match[str]]:
    return MARK.finditer(text, paragraph.start, paragraph.end)


def _judged(text: str, found: re.Match[str], paragraph: Paragraph) -> _Mark:
    start, end = found.span()
    before = text[start - 1] if start > paragraph.start else ""
    after = text[end] if end < paragraph.end else ""
    shape = found.group()
    return _Mark(
        start,
        end,
        shape,
        single=shape in SINGLE,
        opens=shape not in ONLY_CLOSE
        and before in OPENS_BEFORE
        and (not after.isspace() or shape in "«»" or text[max(0, start - 2) : start] == ": "),
        closes=before != ""
        and (shape not in ONLY_OPEN or _closes_by_mistake(shape, before, after))
        and (
            not before.isspace()
            or shape == "»"
            or (_after_a_stop(text, start, paragraph) and not after.isalnum())
        ),
        apostrophe=_is_apostrophe(text, start, end, before, after),
    )


def _closes_by_mistake(shape: str, before: str, after: str) -> bool:
    """Some close with the mark that opens: “So it is,“ said X."""
    return shape == "“" and before not in OPENS_BEFORE and (not after or after.isspace())


def _after_a_stop(text: str, start: int, paragraph: Paragraph) -> bool:
    """Some leave a blank before the mark that closes: "... is wrong. " """
    return start - 2 >= paragraph.start and text[start - 2] in STOPS


ELIDED = re.compile(r"(?:\d\ds?|tis|twas|em|til|cause|bout|round|n)\b", re.IGNORECASE)


def _is_apostrophe(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Inside a word, or in front of one that has lost its head: don't, '90s, 'em."""
    if before.isalnum() and after.isalnum():
        return True
    return before in OPENS_BEFORE and ELIDED.match(text, end) is not None


class _Pairing:
    """One walk over the marks of a paragraph, with a stack of what is open."""

    def __init__(self, paragraph: Paragraph, marks: list[_Mark]) -> None:
        self.paragraph = paragraph
        self.marks = marks
        self.open: list[_Open] = []
        self.done: list[Quotation] = []
        self.sure_single_close = self._next_sure_single_closes()
        self.straight_left = self._straight_left()

    def _next_sure_single_closes(self) -> list[int]:
        """For each mark, how many marks on the next single one stands that must be closing."""
        ahead = [-1] * (len(self.marks) + 1)
        for number in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[number]
            if mark.single and mark.closes and not mark.opens and not mark.apostrophe:
                ahead[number] = number
            elif mark.single and mark.opens:
                ahead[number] = -1
            else:
                ahead[number] = ahead[number + 1]
        return ahead

    def _straight_left(self) -> list[int]:
        """For each mark, how many straight double ones stand behind it."""
        left = [0] * len(self.marks)
        for number in range(len(self.marks) - 2, -1, -1):
            left[number] = left[number + 1] + (self.marks[number + 1].shape == '"')
        return left

    def pair(self) -> list[Quotation]:
        for number, mark in enumerate(self.marks):
            if mark.single:
                self._single(number, mark)
            else:
                self._double(number, mark)
        self._end()
        return sorted(self.done, key=lambda it: it.start)

    def _double(self, number: int, mark: _Mark) -> None:
        outer = next((it for it in self.open if not it.mark.single), None)
        if outer is None:
            if mark.opens or (mark.shape == "”" and self._may_open(number, mark)):
                self.open.append(_Open(mark, []))
        elif self._nests(number, mark, outer):
            self.open.append(_Open(mark, []))
        elif self._closes(mark, outer) or self._is_astray(number, mark, outer):
            self._close(mark, single=False)
        elif mark.opens:
            self._abandon(outer)
            self.open.append(_Open(mark, []))

    def _may_open(self, number: int, mark: _Mark) -> bool:
        """Some papers open with the closing mark: ”So, and so on.”"""
        before = mark.start == self.paragraph.start or not mark.closes
        return before and number + 1 < len(self.marks)

    def _nests(self, number: int, mark: _Mark, outer: _Open) -> bool:
        """A double mark inside double ones, when two closing ones follow."""
        if len(self.open) > 3 or not mark.opens or mark.closes or mark.shape != outer.mark.shape:
            return False
        doubles = [it for it in self.marks[number + 1 : number + 6] if not it.single][:2]
        return len(doubles) == 2 and all(it.closes and not it.opens for it in doubles)

    def _closes(self, mark: _Mark, outer: _Open) -> bool:
        if outer.mark.shape == "„" and mark.shape in "“‟":
            return True
        return (
            mark.closes
            and mark.start > outer.mark.end
            and (mark.shape != "«" or outer.mark.shape == "»")
        )

    def _is_astray(self, number: int, mark: _Mark, outer: _Open) -> bool:
        """A straight mark that a blank has slipped in front of: what is left pairs without it."""
        if mark.shape != '"' or outer.mark.shape != '"':
            return False
        return self.straight_left[number] % 2 == 0

    def _single(self, number: int, mark: _Mark) -> None:
        inside = bool(self.open) and self.open[-1].mark.single
        if mark.apostrophe or (mark.shape in "’" and not inside and not self._opens_single(mark)):
            return
        if inside and mark.closes and self._is_the_close(number, mark):
            self._close(mark, single=True)
        elif mark.opens and not inside and self._will_close(number):
            self.open.append(_Open(mark, []))

    def _opens_single(self, mark: _Mark) -> bool:
        return mark.opens and not mark.closes

    def _will_close(self, number: int) -> bool:
        return self.sure_single_close[number + 1] >= 0 or self.sure_single_close[number] >= 0

    def _is_the_close(self, number: int, mark: _Mark) -> bool:
        """The mark after the s of a plural is an apostrophe when a better close follows."""
        return (
            mark.shape != "’" or self.sure_single_close[number + 1] < 0 or not self._after_s(mark)
        )

    def _after_s(self, mark: _Mark) -> bool:
        return self.paragraph.text_before(mark.start).endswith("s")

    def _close(self, mark: _Mark, *, single: bool) -> None:
        """Close the innermost of this style; what is open inside of it was not meant."""
        while self.open[-1].mark.single != single:
            unmeant = self.open.pop()
            self._give(unmeant.inner)
        opened = self.open.pop()
        self._give([self._made(opened, mark.start, mark.end, closed=True)])

    def _made(self, opened: _Open, inner_end: int, end: int, *, closed: bool) -> Quotation:
        style = Style.SINGLE if opened.mark.single else Style.DOUBLE
        return Quotation(
            opened.mark.start, end, opened.mark.end, inner_end, style, closed, tuple(opened.inner)
        )

    def _give(self, made: list[Quotation]) -> None:
        """To the quotation around them, or to the paragraph; nothing between marks is no words."""
        words = [it for it in made if self.paragraph.holds_words(it.inner_start, it.inner_end)]
        (self.open[-1].inner if self.open else self.done).extend(words)

    def _abandon(self, outer: _Open) -> None:
        while self.open and self.open[-1] is not outer:
            self.open.pop()
        self.open.pop()
        self._give(outer.inner)

    def _end(self) -> None:
        """What is still open runs to the end of the paragraph, if it began like a quote."""
        while self.open:
            opened = self.open.pop()
            if opened.mark.single or self.open:
                self._give(opened.inner)
                continue
            self._give([self._made(opened, self.paragraph.end, self.paragraph.end, closed=False)])
