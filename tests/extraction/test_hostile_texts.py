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

TEXTS = {
    "random bytes": lambda size: random.Random(1).randbytes(size).decode("latin-1"),
    "unbalanced marks": lambda size: ('He said "this and “that ‘and «more, ' * size)[:size],
    "only opening marks": lambda size: "“" * size,
    "one endless line": lambda size: ("the mayor said that it fell and " * size)[:size],
    "one endless word": lambda size: "a" * size,
    "one endless list": lambda size: ("Smith, " * size)[:size],
    "nothing but cues": lambda size: ("said " * size)[:size],
    "quotes and quotes": lambda size: ("“Yes,” she said.\n" * size)[:size],
    "names and names": lambda size: "".join(
        f"Ann Lee{n} said it fell.\n" for n in range(size // 24)
    ),
    "the same name": lambda size: ("Ann Lee of Hull said that Lee fell.\n" * size)[:size],
    "sources": lambda size: ("The official said that it fell.\n" * size)[:size],
    "papers": lambda size: ("“It fell,” the paper told Reuters.\n" * size)[:size],
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
