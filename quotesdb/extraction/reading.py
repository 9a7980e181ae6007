"""The one way in: the text of an article, and out comes a checked reading."""

from datetime import date

from quotesdb.extraction.findings import Reading
from quotesdb.extraction.readers import reader_for
from quotesdb.extraction.verbatim import checked


def read(
    text: str, *, language: str = "en", published: date | None = None, reader: str = ""
) -> Reading:
    """What was said in an article, by whom and through whose hands, as far as a reader can tell.

    `reader` is the name of one that a package brings; without it, ours for the language reads.
    """
    return checked(text, reader_for(language, reader)(text, published))
