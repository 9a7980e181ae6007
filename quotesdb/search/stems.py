"""Stems: what the forms of one word have in common, by Snowball's rules for its language.

A word is kept with its stem, as one token: the stem, an apostrophe, and what the word has besides;
or, where the word does not begin with its stem, a quotation mark and the whole word. No folded word
has either mark. Whoever asks does not say in which language: a word is stemmed in each that is
held.
"""

import re
from collections.abc import Mapping
from functools import cache
from threading import Lock
from typing import ClassVar

import Stemmer

DIVIDER = "'"
WHOLE = '"'
STEM = re.compile(f"([^ {DIVIDER}]+){DIVIDER}")
BEFORE_THE_WHOLE = re.compile(f"[^ {DIVIDER}]+{DIVIDER}{WHOLE}")

NO_STEMS = "zz"
"""Stands for every language of which no rules are known."""

NAMES = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
# Most of what has no language is English.
OTHER_TAGS = {"und": "en", "nb": "no", "nn": "no"}

# By the first letter of a word, up to and including this one: the languages that have it.
ALPHABETS = (
    ("@", ""),
    ("ɏ", "ca cs da de en es fi fr hu id it nl no pl pt ro sv tr"),
    ("\u036f", ""),
    ("\u03ff", "el"),
    ("\u052f", "ru"),
    ("\u058f", "hy"),
    ("\u05ff", ""),
    ("\u06ff", "ar"),
    ("\u08ff", ""),
    ("\u097f", "hi"),
    ("\u0b7f", ""),
    ("\u0bff", "ta"),
)
LANGUAGES = tuple((last, tuple(codes.split())) for last, codes in ALPHABETS)

MOST_REMEMBERED = 2**17
"""Words of all languages."""

_one_at_a_time = Lock()
"""A stemmer has a state."""


def language_of(tag: str) -> str:
    """The language by whose rules words with this tag are stemmed: "en" of "en-GB"."""
    code = tag.partition("-")[0].lower()
    code = OTHER_TAGS.get(code, code)
    return code if code in NAMES else NO_STEMS


def stem(word: str, language: str) -> str:
    """What its forms have in common; empty where the language has no such words."""
    before, has_stem, _ = tokens_by_word(language)[word].partition(DIVIDER)
    return before if has_stem else ""


def kept_stems(kept: str) -> list[str]:
    """The stems of kept words, which have spaces between them."""
    return STEM.findall(kept)


def words_in(kept: str) -> list[str]:
    """The words themselves."""
    if WHOLE in kept:
        kept = BEFORE_THE_WHOLE.sub("", kept)
    return kept.replace(DIVIDER, "").split()


def word_in(token: str) -> str:
    """The word of one token."""
    return token.rpartition(WHOLE)[2].replace(DIVIDER, "")


@cache
def tokens_by_word(language: str) -> Mapping[str, str]:
    """How each word of a language is kept: what was stemmed once is looked up."""
    return _Tokens(language)


class _Tokens(dict[str, str]):
    every: ClassVar[list[dict[str, str]]] = []

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        # What it would remember by itself is remembered here.
        self._stemmer = Stemmer.Stemmer(NAMES[language], 0) if language in NAMES else None
        self.every.append(self)

    def __missing__(self, word: str) -> str:
        if self._stemmer is None or not _has(self._language, word):
            return word
        if sum(map(len, self.every)) >= MOST_REMEMBERED:
            for tokens in self.every:
                tokens.clear()
        with _one_at_a_time:
            found = self._stemmer.stemWord(word)
        rest = word[len(found) :] if word.startswith(found) else f"{WHOLE}{word}"
        self[word] = token = f"{found}{DIVIDER}{rest}"
        return token


def _has(language: str, word: str) -> bool:
    """Whether a word is in letters of the language."""
    return language in next((codes for last, codes in LANGUAGES if word[0] <= last), ())
