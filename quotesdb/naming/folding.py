"""Names as words that can be compared: plain letters, no accents, no marks, initials together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from quotesdb.wording.characters import HYPHENS, Flat, flatten
from quotesdb.wording.lookalikes import mend
from quotesdb.wording.tokens import marks

LONGEST = 100
"""Characters of a folded name, or of what is typed, that count."""

MOST_WORDS = 12
"""Words of one name from which it is found."""

ARTICLES = frozenset({"the", "a", "an"})
SMALL = ARTICLES | {"of", "and", "for", "in", "on", "at", "to", "by", "with", "from", "who"}
ASCII_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
LETTER = rf"[^\W_][{marks()}]*"
WORD = re.compile(f"(?:{LETTER})+(?:'(?:{LETTER})+)*")
JOINED = re.compile(f"(?<=[^\\W_])[{re.escape(HYPHENS)}](?=[^\\W_])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name, and where each of its letters begins and ends in the name as printed."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=1024)
def words(name: str) -> tuple[Word, ...]:
    """The words of a name; where it has none, all that it has but spaces as one."""
    flat = flatten(mend(name))
    looks = ASCII_WORD if flat.text.isascii() else WORD
    found = [_word(flat, *match.span()) for match in looks.finditer(flat.text)]
    if not found and flat.text.strip():
        found = [_word(flat, 0, len(flat.text))]
    return tuple(_initials_together(found))


def _word(flat: Flat, start: int, end: int) -> Word:
    places = [place for place in range(start, end) if flat.text[place] not in "' "]
    return Word(
        "".join(flat.text[place] for place in places),
        tuple(flat.starts[place] for place in places),
        tuple(flat.ends[place] for place in places),
    )


def _initials_together(found: list[Word]) -> Iterator[Word]:
    """ "J. K. Rowling", "J.K. Rowling" and "JK Rowling" are one name."""
    initials: list[Word] = []
    for word in found:
        if len(word.text) == 1 and word.text.isascii():
            initials.append(word)
            continue
        yield from _as_one(initials)
        initials = []
        yield word
    yield from _as_one(initials)


def _as_one(initials: list[Word]) -> Iterator[Word]:
    if initials:
        yield Word(
            "".join(word.text for word in initials),
            tuple(place for word in initials for place in word.starts),
            tuple(place for word in initials for place in word.ends),
        )


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without their places: the same words in a quarter of the time."""
    if not name.isascii():
        return tuple(word.text for word in words(name))
    found = [word.replace("'", "") for word in ASCII_WORD.findall(name.lower())]
    if any(len(word) == 1 for word in found):
        runs = groupby(found, key=lambda word: len(word) == 1)
        found = [it for one, run in runs for it in (["".join(run)] if one else run)]
    return tuple(found) or tuple(word.text for word in words(name))


def beginnings(name: str) -> Iterator[tuple[str, bool]]:
    """A name from its beginning, and from each later word round to it; and whether it is a later.

    "Dmitry Peskov" is also "peskov dmitry". A leading article may be left out, for papers do not
    agree on it; a hyphen may join or divide.
    """
    for spelt in {name, JOINED.sub("", name)}:
        yield from _beginnings(folded(spelt)[:MOST_WORDS])


def _beginnings(called: Sequence[str]) -> Iterator[tuple[str, bool]]:
    if len(called) > 1 and called[0] in ARTICLES:
        yield _cut(called), False
        called = called[1:]
    for place, word in enumerate(called):
        if place == 0 or word not in SMALL:
            yield _cut([*called[place:], *called[:place]]), place > 0


def _cut(called: Sequence[str]) -> str:
    return " ".join(called)[:LONGEST]


def beginnings_of_description(description: str) -> Iterator[str]:
    """A description from each of its telling words on; never alike with a whole name."""
    called = folded(description[: LONGEST * 4])[: MOST_WORDS * 2]
    for place, word in enumerate(called):
        if word not in SMALL:
            yield f"{_cut(called[place : place + 4])} "
