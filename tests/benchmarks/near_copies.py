"""Which texts of a collection have a near-copy in it: by letters, and by words in a row.

All others are looked at, and nothing of `quotesdb` is asked: whoever measures how often look-up is
mistaken must know by other means what a mistake is. Letters and figures count, in small; whatever
else is printed does not.

- By letters: nine of ten of both texts are the same, in the same order (rapidfuzz's `ratio`).
- By words: eight words in a row are the same, and they are half of the shorter text, or more. That
  sees what letters do not: one text with more before it or after it, or cut in another place.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from enum import StrEnum

from rapidfuzz import fuzz, process

COPY = 90.0
LONGER = (200 - COPY) / COPY
"""A text that is so many times longer, or more, has too many letters to be a copy."""

IN_A_ROW, PART = 8, 0.5
WORD = re.compile(r"[^\W_]+")


class Copied(StrEnum):
    """Whether a text has a near-copy, and what shows it."""

    BY_LETTERS = "by letters"
    BY_WORDS = "by words only"
    NOT = "not"


class Collection:
    def __init__(self, texts):
        self.words = [words_of(text) for text in texts]
        self.letters = [" ".join(words) for words in self.words]
        self.by_length = sorted(self.letters, key=len)
        self.lengths = [len(letters) for letters in self.by_length]
        self.holding = defaultdict(set)
        for number, words in enumerate(self.words):
            for row in rows(words):
                self.holding[row].add(number)

    def copied(self, number):
        if self.is_copied_by_letters(number):
            return Copied.BY_LETTERS
        return Copied.BY_WORDS if self.is_copied_by_words(number) else Copied.NOT

    def is_copied_by_letters(self, number):
        letters = self.letters[number]
        first = bisect_left(self.lengths, len(letters) / LONGER)
        last = bisect_right(self.lengths, len(letters) * LONGER)
        near = process.extract(
            letters, self.by_length[first:last], scorer=fuzz.ratio, score_cutoff=COPY, limit=2
        )
        return len(near) > 1  # It is one of them itself.

    def is_copied_by_words(self, number):
        others = set().union(*(self.holding[row] for row in rows(self.words[number]))) - {number}
        return any(self.have_a_run(number, other) for other in others)

    def have_a_run(self, number, other):
        words, others = self.words[number], self.words[other]
        return longest_run(words, others) >= PART * min(len(words), len(others))


def words_of(text):
    return WORD.findall(re.sub("['’]", "", text.casefold()))


def rows(words):
    """Each eight words that stand in a row."""
    return [hash(tuple(words[at : at + IN_A_ROW])) for at in range(len(words) - IN_A_ROW + 1)]


def longest_run(words, others):
    """How many words of the one stand in a row in the other; 0 where they are fewer than eight."""
    theirs = set(rows(others))
    longest = run = 0
    for row in rows(words):
        run = run + 1 if row in theirs else 0
        longest = max(longest, run)
    return longest + IN_A_ROW - 1 if longest else 0
