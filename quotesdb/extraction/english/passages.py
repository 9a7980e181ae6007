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


def passages(text: str) -> list[Passage]:
    found = list(_passages(text))
    carry_on(found)
    join(found)
    return found


def _passages(text: str) -> Iterator[Passage]:
    for paragraph in paragraphs(text):
        if is_boilerplate(text[paragraph.start : paragraph.end]):
            continue
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
