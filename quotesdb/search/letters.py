"""Where words stand in a text, found by their letters, without reading the rest of the text."""

from collections.abc import Iterator, Sequence

from quotesdb.search.lines import Place
from quotesdb.search.words import MAY_BE_JOINED, MAY_JOIN, parts_of

ONE_WITH_NEIGHBOURS = MAY_JOIN | MAY_BE_JOINED


def places_of(text: str, words: Sequence[str]) -> list[Place] | None:
    """Where a text has these folded words, each named as often as it stands there; in any order.

    None where the letters do not tell: where one is spelt otherwise than it is folded, or may be
    one word with its neighbour, or where the reporter put something in.
    """
    letters = text.lower()
    if "[" in text or len(letters) != len(text):
        return None
    places: list[Place] = []
    for word in set(words):
        found = list(_places(text, letters, word))
        if len(found) != words.count(word):
            return None
        places += found
    return places


def _places(text: str, letters: str, word: str) -> Iterator[Place]:
    """Where pieces between spaces have a word that is the same whatever stands beside it."""
    at = letters.find(word)
    while at >= 0:
        begin = text.rfind(" ", 0, at) + 1
        end = text.find(" ", at)
        piece = text[begin:] if end < 0 else text[begin:end]
        for joins_as, key, first, last in parts_of(piece) or ():
            if key == word and joins_as not in ONE_WITH_NEIGHBOURS:
                yield begin + first, begin + last
        at = letters.find(word, begin + len(piece))
