"""Which reader reads an article: ours by language, or one that another package brings.

A package brings a reader by an entry point of the group `quotesdb.readers`: a callable that takes
the text and when the article was published, and gives findings. What it gives goes through the
same door as ours: `quotesdb.extraction.verbatim`.
"""

from collections.abc import Iterable
from datetime import date
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from quotesdb.extraction.english.reader import read as read_english
from quotesdb.extraction.findings import Finding

GROUP = "quotesdb.readers"


class Reader(Protocol):
    """Proposes what was said in an article."""

    def __call__(self, text: str, published: date | None, /) -> Iterable[Finding]: ...


class UnknownReader(LookupError):
    """Nobody brings a reader of this name, or none of ours reads this language."""


LANGUAGES: dict[str, Reader] = {"en": read_english}


def brought() -> dict[str, EntryPoint]:
    """The readers that installed packages bring, by name."""
    return {it.name: it for it in entry_points(group=GROUP)}


def reader_for(language: str, name: str = "") -> Reader:
    """The reader of this name, or, without a name, ours for the language."""
    if name:
        found = brought()
        if name not in found:
            known = ", ".join(sorted(found)) or "none is installed"
            raise UnknownReader(f"No reader is called {name} ({known}).")
        reader: Reader = found[name].load()
        return reader
    base = language.partition("-")[0].lower()
    if base not in LANGUAGES:
        raise UnknownReader(f"No reader reads {language}; ours read {', '.join(LANGUAGES)}.")
    return LANGUAGES[base]
