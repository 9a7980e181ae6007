"""What a reader finds in a text that came in, whatever its language."""

from datetime import date

from quotesdb.extraction.findings import Reading
from quotesdb.extraction.readers import UnknownReader
from quotesdb.extraction.reading import read

UNKNOWN = "und"
UNTOLD = "en"
"""What a text in an unknown language is read as."""


def reading_of(
    body: str, *, language: str = UNKNOWN, published: date | None = None, reader: str = ""
) -> tuple[Reading, str]:
    """The reading, and the name of its reader; an empty reading where no reader of ours reads it.

    A curator may still mark in it what was said. Raises UnknownReader where `reader` is unknown.
    """
    spoken = UNTOLD if language == UNKNOWN else language
    try:
        found = read(body, language=spoken, published=published, reader=reader)
    except UnknownReader:
        if reader:
            raise
        return Reading(body, ()), "none"
    return found, reader or spoken.partition("-")[0]
