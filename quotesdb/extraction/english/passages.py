"""From the text of an article to its passages and what the rules propose about each."""

from collections.abc import Iterator

from quotesdb.extraction.english.continuing import carry_on, join
from quotesdb.extraction.english.direct import Quoting
from quotesdb.extraction.english.proposals import Passage, passage_of
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
        passage = passage_of(text, paragraph, quotations(text, paragraph))
        if passage is None:
            continue
        passage.proposals = Quoting(passage).propose() + Reporting(passage).propose()
        passage.proposals.sort(key=lambda it: it.start)
        yield passage
