"""Stems: what the forms of one word have in common, by Snowball's rules for its language.

A stem is kept as a token of its own kind, `=` and the language and the stem, which no printed word
looks like. Whoever asks does not say in which language: a word is stemmed in each that is held.
"""

from collections.abc import Mapping
from functools import cache
from threading import Lock

import Stemmer

MARK = "="
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

_one_at_a_time = Lock()
"""A stemmer has a state."""


def language_of(tag: str) -> str:
    """The language by whose rules words with this tag are stemmed: "en" of "en-GB"."""
    code = tag.partition("-")[0].lower()
    code = OTHER_TAGS.get(code, code)
    return code if code in NAMES else NO_STEMS


def stem(word: str, language: str) -> str:
    """The stem as it is kept; empty where the language has no such words."""
    return stems_by_word(language)[word]


@cache
def stems_by_word(language: str) -> Mapping[str, str]:
    """As `stem`, for many words in a row: what was stemmed once is looked up."""
    return _Stems(language)


class _Stems(dict[str, str]):
    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._stemmer = Stemmer.Stemmer(NAMES[language]) if language in NAMES else None

    def __missing__(self, word: str) -> str:
        if self._stemmer is None or not _has(self._language, word):
            return ""
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        with _one_at_a_time:
            self[word] = found = f"{MARK}{self._language}{self._stemmer.stemWord(word)}"
        return found


def _has(language: str, word: str) -> bool:
    """Whether a word is in letters of the language."""
    return language in next((codes for last, codes in LANGUAGES if word[0] <= last), ())
