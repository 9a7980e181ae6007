"""What one wording leaves open, the other decides: joined words, contractions, completed words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .compounds import may_join
from .contractions import OPEN_ENDINGS
from .tokens import Token


def agreed(tokens: Sequence[Token], others: Sequence[Token], text: str) -> list[Token]:
    """The tokens with every choice made as the other wording makes it, where it does."""
    keys = {token.key for token in others if token.is_word}
    follows = {(first.key, second.key) for first, second in pairwise(others)}
    done: list[Token] = []
    for token in tokens:
        last = done[-1] if done else None
        if last and makes_one(last, token, keys):
            done[-1] = run_together(last, token, text)
        elif last and token.key in OPEN_ENDINGS:
            done.append(replace(token, key=meant(last.key, token.key, follows)))
        else:
            done.append(completed(token, keys) if token.spoken else token)
    return done


def makes_one(first: Token, second: Token, keys: set[str]) -> bool:
    """Does the other wording print these two as one word?"""
    if first.kind is not second.kind or not first.is_word:
        return False
    if letters(first, second) not in keys:
        return False
    return may_join(first.key, second.key, second.hyphenated)


def letters(first: Token, second: Token) -> str:
    return first.key + second.key.replace("'", "")


def run_together(first: Token, second: Token, text: str) -> Token:
    key = letters(first, second)
    return replace(first, key=key, text=text[first.start : second.end], end=second.end)


def meant(before: str, ending: str, follows: set[tuple[str, str]]) -> str:
    """ "he's" is "he has" if the other wording has that."""
    choices = OPEN_ENDINGS[ending]
    return next((choice for choice in choices if (before, choice) in follows), ending)


def completed(token: Token, keys: set[str]) -> Token:
    """ "talk[s]" is "talked" if the other wording has that: the brackets are the reporter's."""
    if token.key in keys or len(token.spoken) < 3:
        return token
    same = sorted(key for key in keys if key.startswith(token.spoken) or key.endswith(token.spoken))
    return replace(token, key=min(same, key=len)) if same else token
