"""What can be told from words in marks themselves, before anybody asks whose they are."""

import re

from quotesdb.extraction.english.tagging import Tokens
from quotesdb.extraction.marks import Quotation

STOPS = (",", ".", "!", "?", "…", "—")
SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"))
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
SHOWN_ON = frozenset("pfsOx")


def told(tokens: Tokens, quotation: Quotation) -> str:
    return tokens.text[quotation.inner_start : quotation.inner_end].strip()


def words_in(tokens: Tokens, quotation: Quotation) -> int:
    return len(told(tokens, quotation).split())


def is_capital(tokens: Tokens, quotation: Quotation) -> bool:
    return told(tokens, quotation)[:1].isupper()


def stops(tokens: Tokens, quotation: Quotation) -> bool:
    """Whether the words end with a stop of their own, so that no clause runs on."""
    return told(tokens, quotation).endswith(STOPS)


def is_name_of_a_work(tokens: Tokens, place: int) -> bool:
    """On “Meet the Press”, the author of “War and Peace”: a title in marks, and no quote."""
    if not place or not (tokens.tags[place - 1] in SHOWN_ON or tokens.words[place - 1] == "told"):
        return False
    words = WORD.findall(told(tokens, tokens.quotations[place]))
    large = [it for it in words if it.lower() not in SMALL]
    return 2 <= len(words) <= 6 and bool(large) and all(it[0].isupper() for it in large)
