"""Where the terms of a query stand in a wording, as its line in a document tells it."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from quotesdb.search.documents import MARK
from quotesdb.search.query import Query, Term
from quotesdb.search.stems import DIVIDER, WHOLE, stem, tokens_by_word, word_in

HEAD = len(MARK) + 2
"""So a line begins: every language has two letters."""

Find = tuple[int, int, int, bool]
"""One place of one term: where it starts and ends, counted in words, the end exclusive; the bit of
the term; and whether it stands as typed. Nothing else is made as often as these."""


Look = tuple[Callable[[str, Any, int], int], str | re.Pattern[str], str, int, int]
"""How a term is found in lines of a language: by which way of finding; these letters, or a pattern;
the letters where it stands as typed; the bit of the term; how many words it has. It has no names,
because these would make it slower to take apart."""


class Finder(dict[str, Sequence[Look]]):
    """Finds the terms of one query in any number of wordings.

    By how a line begins: how each term is found in lines of its language.
    """

    def __init__(self, query: Query) -> None:
        super().__init__()
        self.terms = tuple(query.terms())

    def __missing__(self, head: str) -> Sequence[Look]:
        language = head[len(MARK) :]
        looks = [look_for(term, 1 << at, language) for at, term in enumerate(self.terms)]
        self[head] = looks
        return looks

    def finds(self, line: str) -> list[Find]:
        """All places of all terms in one line of a document, in order."""
        found = []
        for find, letters, typed, term, length in self[line[:HEAD]]:
            at = find(line, letters, 0)
            while at >= 0:
                start = line.count(" ", 0, at)
                found.append((start, start + length, term, line.startswith(typed, at)))
                at = find(line, letters, at + 1)
        if len(found) > 1:
            found.sort()
        return found

    def words(self, line: str) -> list[str]:
        """The first words of all that is found in one line of a document."""
        found: dict[int, str] = {}
        for find, letters, *_ in self[line[:HEAD]]:
            at = find(line, letters, 0)
            while at >= 0:
                end = line.index(" ", at + 1)
                found[at] = word_in(line[at + 1 : end])
                at = find(line, letters, end)
        return list(found.values())


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
        return _searched, pattern, typed, bit, len(tokens)
    if term.goes_by_stems and (one := stem(term.keys[0], language)):
        return str.find, f" {one}{DIVIDER}", whole, bit, 1
    return str.find, whole, whole, bit, len(tokens)


def _begun(key: str) -> str:
    """A kept word that begins so: the stem may end anywhere within, or stand before the word."""
    across = f"{DIVIDER}?".join(map(re.escape, key))
    return f"(?:{across}(?![^ ]*{WHOLE})|[^ ]*{WHOLE}{re.escape(key)})"
