"""Where the terms of a query stand in a wording."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from quotesdb.search.query import Query, Term
from quotesdb.search.stems import stems_by_word


class Find(NamedTuple):
    """One place of one term, counted in words; `end` is exclusive."""

    term: int
    start: int
    end: int
    as_typed: bool


class Opening(NamedTuple):
    """A term that begins with a word, if the words after it are right as well."""

    term: int
    as_typed: bool


class Finder:
    """Finds the terms of one query in any number of wordings."""

    def __init__(self, query: Query) -> None:
        self.terms = tuple(query.terms())
        self._openings: dict[str, _Openings] = {}

    def finds(self, words: Sequence[str], language: str) -> list[Find]:
        """All places of all terms in the words of one wording, in order."""
        openings = self._openings.get(language)
        if openings is None:
            openings = self._openings[language] = _Openings(self.terms, language)
        return [
            Find(opening.term, at, at + len(term.keys), opening.as_typed)
            for at in openings.places(words)
            for opening in openings.at(words[at])
            if _goes_on(term := self.terms[opening.term], words, at)
        ]


class _Openings:
    """The terms by the words that they begin with, in wordings in one language."""

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        self._stems = stems_by_word(language)
        self._typed: dict[str, list[int]] = defaultdict(list)
        self._stemmed: dict[str, list[int]] = defaultdict(list)
        self._begun: dict[str, list[int]] = defaultdict(list)
        for number, term in enumerate(terms):
            self._typed[term.keys[0]].append(number)
            for one in term.stems([language]):
                self._stemmed[one].append(number)
            if term.beginning and len(term.keys) == 1:
                self._begun[term.keys[0]].append(number)
        self._beginnings = tuple(self._begun)
        self._at: dict[str, list[Opening]] = {}

    def places(self, words: Sequence[str]) -> list[int]:
        """Where any term may begin. Nearly all the time of a ranking is spent here."""
        typed, stemmed, stems = self._typed, self._stemmed, self._stems
        if self._beginnings:
            return [
                at
                for at, word in enumerate(words)
                if word in typed or word.startswith(self._beginnings) or stems[word] in stemmed
            ]
        if stemmed:
            return [at for at, word in enumerate(words) if word in typed or stems[word] in stemmed]
        return [at for at, word in enumerate(words) if word in typed]

    def at(self, word: str) -> list[Opening]:
        """The terms that begin with a word."""
        if word not in self._at:
            self._at[word] = self._found_at(word)
        return self._at[word]

    def _found_at(self, word: str) -> list[Opening]:
        others = list(self._stemmed.get(self._stems[word], ())) if self._stemmed else []
        if word.startswith(self._beginnings):
            for beginning, numbers in self._begun.items():
                others += numbers if word.startswith(beginning) else ()
        found = dict.fromkeys(others, False) | dict.fromkeys(self._typed.get(word, ()), True)
        return [Opening(term, as_typed) for term, as_typed in found.items()]


def _goes_on(term: Term, words: Sequence[str], at: int) -> bool:
    more = term.keys[1:]
    if not more:
        return True
    there = words[at + 1 : at + 1 + len(more)]
    if term.beginning and len(there) == len(more) and there[-1].startswith(more[-1]):
        return tuple(there[:-1]) == more[:-1]
    return tuple(there) == more
