"""From the text of an article to its passages and what the rules propose about each."""

from collections.abc import Iterator

from quotesdb.extraction.english import headings
from quotesdb.extraction.english.boilerplate import is_boilerplate
from quotesdb.extraction.english.continuing import carry_on, join
from quotesdb.extraction.english.direct import Quoting
from quotesdb.extraction.english.proposals import Passage, Proposal, passage_of
from quotesdb.extraction.english.reported import Reporting
from quotesdb.extraction.marks import quotations
from quotesdb.extraction.paragraphs import paragraphs

REPEATED = 40
"""Characters from which a paragraph that stands there again is a copy, as titles often are."""

BLOCK = 200_000
"""Characters of text that are held word by word at a time; no article is as long."""


def blocks(text: str) -> Iterator[list[Passage]]:
    """The passages of an article, all at once unless it is of no article's length."""
    found: list[Passage] = []
    size = 0
    for passage in _passages(text):
        found.append(passage)
        size += passage.end - passage.start
        if size > BLOCK:
            yield _attributed(found)
            found, size = [], 0
    yield _attributed(found)


def _attributed(found: list[Passage]) -> list[Passage]:
    carry_on(found)
    join(found)
    return found


def _passages(text: str) -> Iterator[Passage]:
    seen: set[str] = set()
    for paragraph in paragraphs(text):
        told = text[paragraph.start : paragraph.end]
        if told in seen or is_boilerplate(told):
            continue
        if len(told) > REPEATED:
            seen.add(told)
        passage = passage_of(text, paragraph, quotations(text, paragraph))
        if passage is None:
            continue
        passage.proposals = sorted(_proposals(passage), key=lambda it: it.start)
        yield passage


def _proposals(passage: Passage) -> list[Proposal]:
    if headings.is_marked_heading(passage):
        return []
    if passage.is_heading and passage.tokens.quotations:
        return list(headings.propose(passage))
    return Quoting(passage).propose() + Reporting(passage).propose()
