"""However mean a text is, work grows with its length and no faster."""

import random
import sys

import pytest

from quotesdb.extraction.english.sentences import sentences
from quotesdb.extraction.english.tagging import tokens
from quotesdb.extraction.paragraphs import Paragraph, paragraphs
from quotesdb.extraction.reading import read

SMALL, TIMES = 30_000, 3
SLACK = 1.25


def repeated(line):
    """A text that says a line again and again, each time with another number in it."""
    return lambda size: "".join(line.format(number) for number in range(size // len(line)))


TEXTS = {
    "random bytes": lambda size: random.Random(1).randbytes(size).decode("latin-1"),
    "unbalanced marks": repeated('He said "this {} and “that ‘and «more, '),
    "only opening marks": lambda size: "“" * size,
    "one endless line": repeated("the mayor said that pier {} fell and "),
    "one endless word": lambda size: "a" * size,
    "one endless list": repeated("Smith{}, "),
    "nothing but cues": lambda size: ("said " * size)[:size],
    "quotes and quotes": repeated("“Yes, {} of them and not one more,” she said.\n"),
    "names and names": repeated("Ann Lee{} said it fell.\n"),
    "the same name": repeated("Ann Lee of Hull said that Lee fell from pier {}.\n"),
    "sources": repeated("The official said that pier {} fell into the sea.\n"),
    "papers": repeated("“Pier {} fell,” the paper told Reuters on Monday.\n"),
    "blanks": lambda size: " " * size,
    "lines": lambda size: "a\n" * (size // 2),
}


def calls(text):
    """How often a function of Python is called while a text is read: work, whatever the clock."""
    count = 0

    def counting(frame, event, argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(counting)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
def test_work_grows_with_length_and_no_faster(make):
    read(make(100))  # lexicons are read once, before anything is counted
    assert calls(make(SMALL * TIMES)) <= calls(make(SMALL)) * TIMES * SLACK + 1000


def test_a_paragraph_without_end_is_cut():
    found = paragraphs("the pier was old and " * 1000)
    assert max(it.end - it.start for it in found) <= 5000


def test_so_is_a_sentence_without_end():
    text = "the pier was old and " * 200
    tagged = tokens(text, Paragraph(text, 0, len(text)), [])
    assert max(high - low for low, high in sentences(tagged)) < 300
