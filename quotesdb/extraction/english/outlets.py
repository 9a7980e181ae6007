"""Outlets that an article names, and which of them "the newspaper" is."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from quotesdb.extraction.english.words import sections, words

PRESS_NOUNS = words("people.txt", "press") | {"report", "article", "story"}


@cache
def names() -> dict[str, str]:
    """What an outlet is called, to its full name."""
    found = {}
    for line in sections("outlets.txt")["names"]:
        name, _, others = line.partition("|")
        for called in (name, *others.split(",")):
            if called.strip():
                found[called.strip()] = name.strip()
    return found


@cache
def pattern() -> re.Pattern[str]:
    """The outlets that are known by name, and whatever else is called the Harbour Post."""
    known = "|".join(map(re.escape, sorted(names(), key=len, reverse=True)))
    ends = "|".join(words("outlets.txt", "endings"))
    return re.compile(rf"(?<![\w-])(?:{known}|(?:[A-Z][\w’'-]+ ){{1,3}}(?:{ends}))(?![\w-])")


def outlet_in(phrase: str) -> str:
    """The outlet whose name is in a phrase, or nothing."""
    found = pattern().search(phrase)
    return called(found.group()) if found else ""


def called(printed: str) -> str:
    """The full name of an outlet, as far as it is known."""
    return names().get(printed) or names().get(printed.removeprefix("The "), printed)


def is_press_noun(word: str) -> bool:
    return word.lower() in PRESS_NOUNS


class Outlets:
    """Every outlet that a stretch of text names, by where it does."""

    def __init__(self, text: str, start: int, end: int) -> None:
        matches = list(pattern().finditer(text, start, end))
        self.places = [it.start() for it in matches]
        self.ends = [it.end() for it in matches]
        self.found = [called(it.group()) for it in matches]

    def between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The outlets named in a stretch of text: from where to where, and which."""
        low, high = bisect_left(self.places, start), bisect_left(self.places, end)
        columns = (self.places[low:high], self.ends[low:high], self.found[low:high])
        return list(zip(*columns, strict=True))

    def last_before(self, place: int) -> str:
        """Which one "the paper" is here: the last one named, else the first of the article."""
        number = bisect_right(self.places, place)
        if number:
            return self.found[number - 1]
        return self.found[0] if self.found else ""
