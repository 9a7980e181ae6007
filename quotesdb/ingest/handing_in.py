"""An article that somebody hands in, as a text, as a page, or by its address: read, then kept.

To fetch and to read takes seconds and writes nothing, so it is done before anybody's turn to write.
"""

from dataclasses import dataclass, replace

from quotesdb.extraction.findings import Reading
from quotesdb.extraction.intake.document import Document, Unreadable
from quotesdb.extraction.intake.fetching import House, Refused
from quotesdb.extraction.intake.files import read_bytes
from quotesdb.extraction.intake.web import read_address
from quotesdb.ingest.proposing import Proposed, propose
from quotesdb.ingest.reading import reading_of
from quotesdb.ingest.submitting import Submission
from quotesdb.models import Curator
from quotesdb.vocabulary import Door

HOUSE = House()
"""Where the way out to the web leads."""

LONGEST = 2_000_000
"""Characters of one article."""

TOO_LONG = f"An article of more than {LONGEST:,} characters is not read."
WITHOUT_WORDS = "There is no word in this."
NOT_READ = "It cannot be read: {why}."


class NoArticle(Exception):
    """There is nothing to read in what was handed in; a sentence says why."""


@dataclass(frozen=True, slots=True)
class Read:
    """A submission with what was found in it, and nothing of it kept yet."""

    submission: Submission
    reading: Reading
    reader: str


def fetched(url: str) -> Document:
    """The article at an address on the public internet.

    Raises NoArticle where none is found there, or where the address leads elsewhere.
    """
    try:
        return read_address(url, house=HOUSE)
    except (Unreadable, Refused) as error:
        raise NoArticle(NOT_READ.format(why=error)) from error


def uploaded(name: str, data: bytes) -> Document:
    """The article in a file or a page.

    Raises NoArticle where there is none.
    """
    try:
        return read_bytes(name, data)
    except Unreadable as error:
        raise NoArticle(NOT_READ.format(why=error)) from error


def completed(typed: Submission, document: Document | None) -> Submission:
    """What was typed, and where nothing was, what the file or the page itself tells.

    Raises NoArticle where the text has no word, or is too long to be read.
    """
    if document is not None:
        typed = replace(
            typed,
            body=document.text,
            title=typed.title or document.title,
            url=typed.url or document.url,
            site=typed.site or document.site,
            published_on=typed.published_on or document.published,
        )
    if len(typed.body) > LONGEST:
        raise NoArticle(TOO_LONG)
    if not typed.body.strip():
        raise NoArticle(WITHOUT_WORDS)
    return typed


def read(submission: Submission) -> Read:
    """What our readers find in it."""
    reading, reader = reading_of(
        submission.body, language=submission.language, published=submission.published_on
    )
    return Read(submission, reading, reader)


def keep(found: Read, *, by: Curator, door: Door, why: str = "") -> Proposed:
    """Keep the article, and what was found in it as candidates that `by` proposes.

    Raises quotesdb.refusals.Refused where it cannot be kept.
    """
    return propose(found.submission, found.reading, reader=found.reader, by=by, door=door, why=why)
