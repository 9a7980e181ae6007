"""One form for all prints of the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from .compounds import OPEN
from .contractions import OPEN_ENDINGS
from .lookalikes import mend
from .numbers import figures, together
from .spelling import american
from .tokens import Token, TokenKind, tokenise


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text's tokens in one spelling."""

    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[Token, ...]:
        """The words, the reporter's in brackets among them; no ellipses."""
        return tuple(token for token in self.tokens if token.is_word)

    @property
    def text(self) -> str:
        """The words with a space between them: what is looked for, and looked in."""
        keys: list[str] = []
        for token in self.words:
            together = joint(keys[-1], token.key) if keys else None
            keys[-1:] = [together] if together else [*keys[-1:], token.key]
        return "".join(spaced(key) for key in keys).strip()

    @property
    def letters(self) -> str:
        """The words without spaces: the same for "cease-fire", "ceasefire" and "cease fire"."""
        return "".join(token.key for token in self.words)


@lru_cache(maxsize=64)
def normalise(text: str, *, fold_accents: bool = True) -> Normalised:
    """A text as its words are compared; `fold_accents` makes "café" and "cafe" one word."""
    tokens = [in_one_spelling(token) for token in tokenise(text, fold_accents=fold_accents)]
    return Normalised(tuple(in_figures(token) for token in joined(tokens, text)))


def normalise_segments(segments: Sequence[str], *, fold_accents: bool = True) -> Normalised:
    """Segments of one wording, joined by a space, with a break between them."""
    tokens: list[Token] = []
    start = 0
    for segment in segments:
        if start:
            tokens.append(Token("", "", start - 1, start - 1, TokenKind.BREAK))
        tokens.extend(moved(normalise(segment, fold_accents=fold_accents).tokens, start))
        start += len(segment) + 1
    return Normalised(tuple(tokens))


def moved(tokens: Iterable[Token], by: int) -> Iterable[Token]:
    if not by:
        return tokens
    return (replace(token, start=token.start + by, end=token.end + by) for token in tokens)


def spaced(key: str) -> str:
    return key if key in OPEN_ENDINGS else f" {key}"


def in_one_spelling(token: Token) -> Token:
    spelling = american(mend(token.key))
    return token if spelling == token.key else replace(token, key=spelling)


def in_figures(token: Token) -> Token:
    number = figures(token.key)
    return token if number == token.key else replace(token, key=number)


def joined(tokens: Sequence[Token], text: str) -> list[Token]:
    """With "cease fire" as one word and "twenty-five" as one number."""
    done: list[Token] = []
    for token in tokens:
        last = done[-1] if done else None
        if last and last.kind is token.kind and (key := joint(last.key, token.key)):
            done[-1] = one_token(last, token, key, text)
        else:
            done.append(token)
    return done


def joint(first: str, second: str) -> str | None:
    return OPEN.get((first, second)) or together(first, second)


def one_token(first: Token, last: Token, key: str, text: str) -> Token:
    return replace(first, key=key, text=text[first.start : last.end], end=last.end, spoken="")
