"""A text as tokens: words in one form for all prints of it, each with its place in the original."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from .characters import flatten
from .contractions import parts
from .lookalikes import mend


class TokenKind(StrEnum):
    """Whose the token is: the speaker's, or the reporter's about the speaker's words."""

    WORD = "word"
    INSERTED = "inserted"  # A word in square brackets.
    ELLIPSIS = "ellipsis"
    BREAK = "break"  # Where one segment ends and the next begins; it has no text.


@dataclass(frozen=True, slots=True)
class Token:
    """One word, or one mark of the reporter's.

    `key` is what is compared, `text` what is printed from `start` to `end` (code points). `spoken`
    is the part outside the brackets of a word that the reporter completed: "talk" of "talk[s]".
    """

    key: str
    text: str
    start: int
    end: int
    kind: TokenKind = TokenKind.WORD
    hyphenated: bool = False
    spoken: str = ""

    @property
    def is_gap(self) -> bool:
        """Here the reporter may have left words out, or put others in their place."""
        return self.kind is not TokenKind.WORD

    @property
    def is_word(self) -> bool:
        return self.kind in (TokenKind.WORD, TokenKind.INSERTED)


def marks() -> str:
    """All combining marks as ranges of a regular expression, which knows them not as letters."""
    places = [
        place for place in range(0x300, 0x20000) if unicodedata.category(chr(place))[0] == "M"
    ]
    starts = [place for place in places if unicodedata.category(chr(place - 1))[0] != "M"]
    ends = [place for place in places if unicodedata.category(chr(place + 1))[0] != "M"]
    return "".join(f"{chr(one)}-{chr(other)}" for one, other in zip(starts, ends, strict=True))


# Scripts that put no spaces between words; each letter stands for itself.
UNSPACED = "[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"


def pattern(letter: str) -> re.Pattern[str]:
    """What tokens look like, given a letter with all that combines with it."""
    return re.compile(
        rf"""
          (?P<initials> (?:{letter}\.){{2,}} (?:{letter}(?!{letter}))? )
        | (?P<number> \d+ (?:[.,⁄]\d+)* (?![^\W_]|'[^\W_]) )
        | (?P<word> (?>(?:{letter})+ (?:'(?:{letter})+)*) (?!\[{letter}) )
        | (?P<letter> {UNSPACED} )
        | (?P<completed>
              (?:{letter})+\[(?:{letter})+\](?:{letter})* | \[(?:{letter})+\](?:{letter})+ )
        | (?P<ellipsis> [\[(]\s*(?:\.\s?){{2,}}[\])] | \.(?:\s?\.){{2,}} | \.\. )
        | (?P<opening> \[ (?=[^\[\]]*\]) )
        | (?P<closing> \] )
        | (?P<unclosed> (?:{letter})+ (?:'(?:{letter})+)* )
        | (?P<symbol> [^\w\s.,;:!?"'()-] )
        """,
        re.VERBOSE,
    )


ASCII_PATTERN = pattern(r"[^\W_]")
PATTERN = pattern(rf"(?:(?!{UNSPACED})[^\W_][{marks()}]*)")
BROKEN_LINE = re.compile(r"-(?:\s*\n\s*)?")
SYMBOLS = {"&": "and", "%": "percent"}


def tokenise(text: str, *, fold_accents: bool = True) -> list[Token]:
    """The tokens of one text; the words are in plain characters but not yet in one spelling."""
    flat = flatten(mend(text), fold_accents=fold_accents)
    tokens: list[Token] = []
    inserted, end = False, 0
    looks = ASCII_PATTERN if flat.text.isascii() else PATTERN
    for found in looks.finditer(flat.text):
        if found.lastgroup in ("opening", "closing"):
            inserted = found.lastgroup == "opening"
            continue
        hyphenated = flat.text[end] == "-" and bool(
            tokens and BROKEN_LINE.fullmatch(flat.text, end, found.start())
        )
        kind = kind_of(found, inserted)
        for place, (key, spoken, first, last) in enumerate(readings(found)):
            start, stop = flat.starts[first], flat.ends[last - 1]
            token = Token(key, text[start:stop], start, stop, kind, hyphenated, spoken)
            tokens.append(replace(token, hyphenated=False) if place else token)
        end = found.end()
    return tokens


def kind_of(found: re.Match[str], inserted: bool) -> TokenKind:
    if found.lastgroup == "ellipsis":
        return TokenKind.ELLIPSIS
    return TokenKind.INSERTED if inserted else TokenKind.WORD


def readings(found: re.Match[str]) -> Iterator[tuple[str, str, int, int]]:
    """Key, spoken part, start and end of each token that a match of the pattern stands for."""
    match found.lastgroup:
        case "ellipsis":
            yield "…", "", found.start(), found.end()
        case "completed":
            spoken = max(re.sub(r"\[[^\]]*\]", " ", found[0]).split(), key=len)
            yield re.sub(r"[\[\]]", "", found[0]), spoken, found.start(), found.end()
        case "word" | "unclosed":
            start = found.start()
            for key, length in parts(found[0]):
                yield key, "", start, start + length
                start += length
        case "symbol":
            if found[0] in SYMBOLS or unicodedata.category(found[0])[0] == "S":
                yield SYMBOLS.get(found[0], found[0]), "", found.start(), found.end()
        case "initials":
            yield found[0].replace(".", ""), "", found.start(), found.end()
        case _:
            yield found[0], "", found.start(), found.end()
