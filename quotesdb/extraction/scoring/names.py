"""When two names of a speaker are one: the last word of each, once titles and the like are off."""

import re

PARENTHESES = re.compile(r"\([^)]*\)")
CUT = re.compile(r",|\s[—–-]\s|\s(?:who|which|whose|of|at|for|from|in|with)\s")
WORD = re.compile(r"[^\W_](?:[\w.'’-]*\w)?")
POSSESSIVE = re.compile(r"['’]s$")
QUOTES = " \"“”'‘’"
BEFORE_NAMES = """
mr mrs ms miss dr sir dame lord lady sen senator gov governor rep representative president
secretary judge justice gen general col colonel capt captain lt sgt rev reverend prof
professor prime minister chancellor mayor king queen pope the a an
"""
TITLES = frozenset(BEFORE_NAMES.split())
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def name_words(name: str) -> list[str]:
    """The words that count, in small letters: of a name those in capitals, else all."""
    bare = PARENTHESES.sub(" ", name).strip(QUOTES)
    found = [POSSESSIVE.sub("", it) for it in WORD.findall(CUT.split(bare + " ")[0])]
    while len(found) > 1 and found[0].lower().strip(".") in TITLES:
        found.pop(0)
    capitals = [it for it in found if it[:1].isupper()]
    kept = [it.lower().strip(".").replace("’", "'") for it in capitals or found]
    while len(kept) > 1 and kept[-1] in SUFFIXES:
        kept.pop()
    return kept


def same_surname(one: str, other: str) -> bool:
    left, right = name_words(one), name_words(other)
    return bool(left and right) and left[-1] == right[-1]
