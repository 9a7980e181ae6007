"""The one door: the text of an article in, a checked reading out."""

from quotesdb.extraction.english.reader import read as read_english
from quotesdb.extraction.findings import Reading
from quotesdb.extraction.verbatim import checked


def read(text: str) -> Reading:
    return checked(text, read_english(text))
