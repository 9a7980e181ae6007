"""Outlets that an article names, and which of them "the newspaper" is."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from quotesdb.extraction.english.words import FOLDER, words

PRESS_NOUNS = words("people.txt", "press") | {"report", "article", "story"}


@cache
def names() -> dict[str, str]:
    """What an outlet is called, to its full name."""
    found = {}
    for line in (FOLDER / "outlets.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, others = line.partition("|")
            for called in (name, *others.split(",")):
                if called.strip():
                    found[called.strip()] = name.strip()
    return found


@cache
def pattern() -> re.Pattern[str]:
    called = sorted(names(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, called))})(?![\w-])")


def outlet_in(phrase: str) -> str:
    """The outlet whose name is in a phrase, or nothing."""
    found = pattern().search(phrase)
    return names()[found.group()] if found else ""


def is_press_noun(word: str) -> bool:
    return word.lower() in PRESS_NOUNS


class Outlets:
    """Every outlet of an article by where it is named."""

    def __init__(self, text: str) -> None:
        matches = list(pattern().finditer(text))
        self.places = [it.start() for it in matches]
        self.ends = [it.end() for it in matches]
        self.found = [names()[it.group()] for it in matches]

    def between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The outlets named in a stretch of text: from where to where, and which."""
        low, high = bisect_left(self.places, start), bisect_left(self.places, end)
        return list(zip(self.places, self.ends, self.found, strict=True))[low:high]

    def last_before(self, place: int) -> str:
        """Which one "the paper" is here: the last one named, else the first of the article."""
        number = bisect_right(self.places, place)
        if number:
            return self.found[number - 1]
        return self.found[0] if self.found else ""
