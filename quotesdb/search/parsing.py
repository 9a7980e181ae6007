"""From what somebody typed to what they look for. Nothing that can be typed breaks it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotesdb.search.query import Query, Term
from quotesdb.search.words import GAP, RUN, placed_words
from quotesdb.search.words import LONGEST as LONGEST_WORD
from quotesdb.wording.characters import HYPHENS, QUOTATION_MARKS, flatten
from quotesdb.wording.lookalikes import mend
from quotesdb.wording.spelling import american
from quotesdb.wording.tokens import UNSPACED, marks

LONGEST = 500
MOST_WORDS = 30
LEAST_OF_A_BEGINNING = 3

OR, AND = "OR", "AND"
MINUS = f"[{re.escape(HYPHENS)}]"
MARKS = re.escape(QUOTATION_MARKS)
SAID = re.compile(
    rf"(?P<minus>{MINUS}(?=[^\s]))?(?:[{MARKS}](?P<phrase>[^{MARKS}]*)(?:[{MARKS}]|$)"
    rf"|(?P<word>[^\s{MARKS}]+))"
)
LETTER = rf"[^\W_][{marks()}]*"
ENTIRELY_WORD = re.compile(rf"(?:{LETTER})+")
BEGINNING = re.compile(rf"((?:{LETTER})+)\*+$")
LETTERS_APART = re.compile(f"{UNSPACED}|{RUN.pattern}")


class BadQuery(ValueError):
    """What was typed cannot be looked for; it says why, in a sentence."""


class Piece(NamedTuple):
    """A word or a phrase as it was typed, and where."""

    text: str
    start: int
    minus: bool
    phrase: bool

    @property
    def is_plain(self) -> bool:
        """A word that its neighbours may join, as in "cease fire"."""
        typed = self.text not in (OR, AND) and not self.text.endswith("*")
        return typed and not self.minus and not self.phrase


def parse(typed: str) -> Query:
    """The query that somebody typed.

    Raises BadQuery where there is nothing to look for, or too much.
    """
    if len(typed) > LONGEST:
        raise BadQuery(f"Look for at most {LONGEST} characters at once.")
    groups: list[list[Term]] = []
    without: list[Term] = []
    either = False
    for said in _said(typed):
        match said:
            case None:
                either = True
            case True, term:
                without.append(term)
                either = False
            case False, term if either and groups:
                groups[-1].append(term)
                either = False
            case False, term:
                groups.append([term])
    return _checked(groups, without)


def _checked(groups: Iterable[Sequence[Term]], without: Sequence[Term]) -> Query:
    query = Query(tuple(tuple(dict.fromkeys(group)) for group in groups), tuple(without))
    every = [*query.terms(), *without]
    if not query.groups:
        raise BadQuery(
            "Say also what to look for, not only what to leave out."
            if without
            else "There is no word in it to look for."
        )
    if sum(len(term.keys) for term in every) > MOST_WORDS:
        raise BadQuery(f"Look for at most {MOST_WORDS} words at once.")
    if any(term.beginning and len(term.keys[-1]) < LEAST_OF_A_BEGINNING for term in every):
        raise BadQuery(
            f"The beginning of a word needs {LEAST_OF_A_BEGINNING} letters before its *."
        )
    return query


def _said(typed: str) -> Iterator[tuple[bool, Term] | None]:
    """The terms, each with whether it is to be left out; None is an OR."""
    plain: list[Piece] = []
    for piece in _pieces(typed):
        if piece.is_plain:
            plain.append(piece)
            continue
        yield from _plain_terms(typed, plain)
        plain = []
        if piece.minus or piece.phrase or piece.text not in (OR, AND):
            term = _term(piece.text.strip(), exact=piece.phrase)
            yield from [(piece.minus, term)] if term else []
        elif piece.text == OR:
            yield None
    yield from _plain_terms(typed, plain)


def _pieces(typed: str) -> Iterator[Piece]:
    for found in SAID.finditer(typed):
        phrase = found["phrase"]
        text = found["word"] if phrase is None else phrase
        at = found.start("word" if phrase is None else "phrase")
        yield Piece(text, at, bool(found["minus"]), phrase is not None)


def _plain_terms(typed: str, pieces: Sequence[Piece]) -> Iterator[tuple[bool, Term]]:
    """Words side by side are read together, for two may be one; each makes a term of its own."""
    if not pieces:
        return
    first, last = pieces[0], pieces[-1]
    words = placed_words(typed[first.start : last.start + len(last.text)])
    for piece in pieces:
        end = piece.start + len(piece.text) - first.start
        keys = [word.key for word in words if word.start < end and word.key != GAP]
        words = [word for word in words if word.start >= end]
        if keys:
            yield False, Term(tuple(keys))


def _term(text: str, *, exact: bool) -> Term | None:
    beginning = BEGINNING.search(text)
    key = _folded(beginning[1]) if beginning else ""
    before = text[: beginning.start()] if beginning and key else text
    keys = [word.key for word in placed_words(before) if word.key != GAP]
    if key:
        keys.append(key)
    return Term(tuple(keys), exact, bool(key)) if keys else None


def _folded(beginning: str) -> str:
    """As whole words are folded, but for numbers in figures: "ten" may begin "tension".

    Empty where there are no beginnings, because each letter is a word.
    """
    if LETTERS_APART.search(beginning):
        return ""
    folded = american(flatten(mend(beginning)).text)[:LONGEST_WORD]
    return folded if ENTIRELY_WORD.fullmatch(folded) else ""
