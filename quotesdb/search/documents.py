"""What is kept of a quote's wordings, to be searched: a line for each, in folded words.

A line begins with a mark that names the language. As a token of its own it also keeps phrases from
reaching from one wording into the next. Each word stands with its stem (`stems`), and with a space
before and behind it: a word, a stem or a phrase is found in a line by the letters alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from quotesdb.printed_words import PrintedWords
from quotesdb.search.lines import Line
from quotesdb.search.stems import kept_stems, language_of, tokens_by_word, words_in
from quotesdb.search.words import GAP

MARK = "="
"""Begins what is no word: the mark of a line, and the stems among the tokens of an index."""

MOST_PLACES = 16_000
"""Words and marks of one quote. PostgreSQL counts no further than 16,383."""

MOST_LETTERS = 100_000
"""What PostgreSQL keeps of one row is a megabyte, in UTF-8, with stems and places."""

MOST_TIMES = 255
"""As often PostgreSQL knows the places of one word in one row."""


def document_of(wordings: Iterable[PrintedWords]) -> str:
    """The document of a quote that has these wordings, the reference first.

    Of what is too long the end is left out, and of a word that comes too often all later ones.
    """
    lines = [_line(wording) for wording in wordings]
    if sum(kept.count(" ") + 2 for _, kept in lines) > MOST_TIMES:
        lines = list(_limited(lines))
    return "\n".join(line_of(language, kept) for language, kept in lines if kept)


def line_of(language: str, kept: str) -> str:
    """How a wording is told, by its words as they are kept, which have spaces between them."""
    return f"{MARK}{language} {kept} "


def _line(wording: PrintedWords) -> tuple[str, str]:
    language = language_of(wording.language)
    return language, Line(wording.text, language).kept


def _limited(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    times: Counter[str] = Counter()
    places, letters = MOST_PLACES, MOST_LETTERS
    for language, kept in lines:
        fit = []
        for word in words_in(kept):
            places, letters = places - 1, letters - len(word) - 1
            if places < 1 or letters < 0:
                break
            times[word] += 1
            fit.append(word if times[word] <= MOST_TIMES else GAP)
        places -= 1
        yield language, " ".join(map(tokens_by_word(language).__getitem__, fit))


def line_of_each(document: str, wordings: int) -> Sequence[str]:
    """The line of each of a quote's wordings, of which there are so many.

    Empty lines where the document does not have all words of all of them.
    """
    lines = document.split("\n")
    has_all = len(lines) == wordings and document.count(" ") <= MOST_TIMES
    return lines if has_all else [""] * wordings


def lines_in(document: str) -> Iterator[tuple[str, str]]:
    """The language and the words of each wording, as they are kept, in the order as given."""
    for line in document.split("\n"):
        mark, _, kept = line.partition(" ")
        yield mark[len(MARK) :], kept


def wordings_in(document: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The language and the words of each wording."""
    for language, kept in lines_in(document):
        yield language, words_in(kept)


def marks_in(document: str) -> set[str]:
    """What its lines begin with."""
    return {line.partition(" ")[0] for line in document.split("\n")}


def languages_in(document: str) -> set[str]:
    """The languages of its wordings."""
    return {mark[len(MARK) :] for mark in marks_in(document)} - {""}


def stems_in(document: str) -> list[str]:
    """The different stems as an index has them.

    Of which language they are is told once, where all wordings have the same; else with each.
    """
    found = {MARK + stem for stem in kept_stems(document)}
    if len(marks_in(document)) == 1:
        found.update(map(language_token, languages_in(document)))
    else:
        for language, kept in lines_in(document):
            found.update([stem_token(stem, language) for stem in kept_stems(kept)])
    return sorted(found)


def stem_token(stem: str, language: str = "") -> str:
    """A stem among the tokens of an index, of whichever language or of this one."""
    return f"{MARK}{language}{MARK}{stem}" if language else f"{MARK}{stem}"


def language_token(language: str) -> str:
    """Among the tokens of an index: all wordings are in this language."""
    return f"{MARK}{language}{MARK}"
