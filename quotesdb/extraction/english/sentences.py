"""Where one sentence of the narration ends and the next begins."""

import re

from quotesdb.extraction.english.tagging import SENTENCE_ENDS, Tokens

LONGEST = 250
"""Tokens. What is longer is cut, so that work stays linear."""

ATTRIBUTION = re.compile(
    r"[,-]?(?:V[^.Q]|(?:P|[dS]?[jnNTRODsa]{1,7}(?:[,(][^.Q]{1,15}[,)])?)[aAMu]*V)"
)


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Ranges of tokens. Words in marks belong to the sentence that says whose they are."""
    found = []
    low = 0
    for number, tag in enumerate(tokens.tags):
        if number - low >= LONGEST or _ends(tokens, number, tag):
            found.append((low, number + 1))
            low = number + 1
    if low < len(tokens.tags):
        found.append((low, len(tokens.tags)))
    return found


def _ends(tokens: Tokens, number: int, tag: str) -> bool:
    if tag == ".":
        return _begins(tokens, number + 1)
    if tag == "Q":
        return _quotation_ends(tokens, number)
    return tag == "N" and tokens.words[number].endswith(".") and _new_words(tokens, number + 1)


def _new_words(tokens: Tokens, number: int) -> bool:
    """Whether words in marks begin here that are no part of what an abbreviation ends."""
    quotation = tokens.quotations.get(number)
    if quotation is None or "Q" not in tokens.tags[max(0, number - 25) : number]:
        return False
    return tokens.text[quotation.inner_start : quotation.inner_start + 1].isupper()


def _begins(tokens: Tokens, number: int) -> bool:
    if number >= len(tokens.words):
        return True
    first = tokens.words[number][0]
    return first.isupper() or first.isdigit() or tokens.tags[number] in "Q("


def _quotation_ends(tokens: Tokens, number: int) -> bool:
    quotation = tokens.quotations[number]
    last = tokens.text[quotation.inner_start : quotation.inner_end].rstrip("'’ ”\"")[-1:]
    if last not in SENTENCE_ENDS or not _begins(tokens, number + 1):
        return False
    if last == ".":
        return True
    return ATTRIBUTION.match(tokens.tags, number + 1) is None
