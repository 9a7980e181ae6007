"""What is kept of a quote's wordings, to be searched: a line for each, in folded words.

A line begins with a mark that names the language. As a token of its own it also keeps phrases from
reaching from one wording into the next.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from quotesdb.printed_words import PrintedWords
from quotesdb.search.stems import MARK, NO_STEMS, language_of, stems_by_word
from quotesdb.search.words import GAP, placed_words

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
    if sum(map(len, lines)) > MOST_TIMES:
        lines = list(_limited(lines))
    return "\n".join(" ".join(line) for line in lines if len(line) > 1)


def _line(wording: PrintedWords) -> list[str]:
    keys = [word.key for word in placed_words(wording.text)]
    return [f"{MARK}{language_of(wording.language)}", *keys]


def _limited(lines: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    times: Counter[str] = Counter()
    places, letters = MOST_PLACES, MOST_LETTERS
    for mark, *words in lines:
        kept = [mark]
        for word in words:
            places, letters = places - 1, letters - len(word) - 1
            if places < 1 or letters < 0:
                break
            times[word] += 1
            kept.append(word if times[word] <= MOST_TIMES else GAP)
        places -= 1
        yield kept


def wordings_in(document: str) -> Iterator[tuple[str, Sequence[str]]]:
    """The language and the words of each wording, in the order in which they were given."""
    for line in document.split("\n"):
        mark, *words = line.split(" ")
        yield mark[len(MARK) :], words


def languages_in(document: str) -> set[str]:
    """The languages in which its words are stemmed."""
    return {language for language, _ in wordings_in(document)} - {"", NO_STEMS}


def stems_in(document: str) -> list[str]:
    """The different stems, as they are kept."""
    found: set[str] = set()
    for language, words in wordings_in(document):
        found.update(map(stems_by_word(language).__getitem__, words))
    return sorted(found - {""})
