"""Where the terms of a query stand in a wording, as its line in a document tells it."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from quotesdb.search.documents import MARK
from quotesdb.search.query import Query, Term
from quotesdb.search.stems import DIVIDER, WHOLE, stem, tokens_by_word

Find = tuple[int, int, int, bool]
"""One place of one term: where it starts and ends, counted in words, the end exclusive; the bit of
the term; and whether it stands as typed. Nothing else is made as often as these."""


class Look(NamedTuple):
    """How a term is found in lines of a language: by these letters, or by a pattern.

    `typed`: the letters where it stands as typed. `length`: in words.
    """

    find: Callable[[str, Any, int], int]
    letters: str | re.Pattern[str]
    typed: str
    term: int
    length: int


class Finder:
    """Finds the terms of one query in any number of wordings."""

    def __init__(self, query: Query) -> None:
        self.terms = tuple(query.terms())
        self._looks: dict[str, list[Look]] = {}

    def finds(self, line: str) -> list[Find]:
        """All places of all terms in one line of a document, in order."""
        language = line[len(MARK) : line.find(" ")]
        looks = self._looks.get(language)
        if looks is None:
            looks = [look_for(term, 1 << at, language) for at, term in enumerate(self.terms)]
            self._looks[language] = looks
        found = []
        for find, letters, typed, term, length in looks:
            at = find(line, letters, 0)
            while at >= 0:
                start = line.count(" ", 0, at)
                found.append((start, start + length, term, line.startswith(typed, at)))
                at = find(line, letters, at + 1)
        if len(found) > 1:
            found.sort()
        return found


def _searched(line: str, pattern: re.Pattern[str], start: int) -> int:
    """As `str.find`."""
    found = pattern.search(line, start)
    return found.start() if found else -1


def look_for(term: Term, bit: int, language: str) -> Look:
    """How a term is found in lines of a language."""
    tokens = [tokens_by_word(language)[key] for key in term.keys]
    whole = f" {' '.join(tokens)} "
    if term.beginning:
        # As typed is what begins with a word as typed, of several; a single one is only begun.
        typed = whole if len(tokens) == 1 else f" {tokens[0]} "
        before = "".join(f" {re.escape(token)}" for token in tokens[:-1])
        pattern = re.compile(f"{before} {_begun(term.keys[-1])}")
        return Look(_searched, pattern, typed, bit, len(tokens))
    if term.goes_by_stems and (one := stem(term.keys[0], language)):
        return Look(str.find, f" {one}{DIVIDER}", whole, bit, 1)
    return Look(str.find, whole, whole, bit, len(tokens))


def _begun(key: str) -> str:
    """A kept word that begins so: the stem may end anywhere within, or stand before the word."""
    across = f"{DIVIDER}?".join(map(re.escape, key))
    return f"(?:{across}(?![^ ]*{WHOLE})|[^ ]*{WHOLE}{re.escape(key)})"
