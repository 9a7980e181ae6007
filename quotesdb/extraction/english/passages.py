"""From the text of an article to its passages and what the rules propose about each."""

from collections.abc import Iterator

from quotesdb.extraction.english.continuing import carry_on, join
from quotesdb.extraction.english.cues import Cues
from quotesdb.extraction.english.direct import Quoting
from quotesdb.extraction.english.phrases import Phrases
from quotesdb.extraction.english.proposals import Passage
from quotesdb.extraction.english.reported import Reporting
from quotesdb.extraction.english.sentences import sentences
from quotesdb.extraction.english.tagging import tokens
from quotesdb.extraction.marks import quotations
from quotesdb.extraction.paragraphs import paragraphs


def passages(text: str) -> list[Passage]:
    found = list(_passages(text))
    carry_on(found)
    join(found)
    return found


def _passages(text: str) -> Iterator[Passage]:
    for paragraph in paragraphs(text):
        words = tokens(text, paragraph, quotations(text, paragraph))
        if not words.words:
            continue
        phrases = Phrases(words)
        ranges = sentences(words)
        cues = Cues(words, phrases)
        passage = Passage(
            words, phrases, ranges, [cues.of(it) for it in ranges], paragraph.start, paragraph.end
        )
        passage.proposals = Quoting(passage).propose() + Reporting(passage).propose()
        passage.proposals.sort(key=lambda it: it.start)
        yield passage
