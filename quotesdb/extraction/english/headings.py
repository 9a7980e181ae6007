"""Quotes in headings, where Most Words Begin Like This and names end at the verb."""

from collections.abc import Iterator

from quotesdb.extraction.english.phrases import Mention
from quotesdb.extraction.english.proposals import Passage, Proposal
from quotesdb.extraction.english.words import cue_forms
from quotesdb.extraction.marks import Style

LONGEST = 12
"""Words of a heading that is in marks as a whole."""

RULE = "in a heading"


def is_marked_heading(passage: Passage) -> bool:
    """Whether a paragraph is nothing but words in marks that end without a stop: no quote."""
    quotation = passage.tokens.quotations.get(0)
    if quotation is None or passage.tokens.tags.strip(".") != "Q" or not quotation.closed:
        return False
    words = passage.tokens.text[quotation.inner_start : quotation.inner_end]
    stops = quotation.style is Style.DOUBLE and words.rstrip().endswith(tuple(".,!?…"))
    return len(words.split()) <= LONGEST and not stops


def propose(passage: Passage) -> Iterator[Proposal]:
    """What stands in marks in a heading is a quote; the heading's own words belong to it."""
    tokens = passage.tokens
    end = len(tokens.tags.rstrip("."))
    speaker, low = _speaker(passage)
    for place, quotation in tokens.quotations.items():
        start = low if 0 < low <= place else place
        content = tokens.span(start, max(end, place + 1))
        fused = content != (quotation.start, quotation.end)
        found = Proposal(passage, [quotation], [content], True, RULE, None, speaker, fused=fused)
        found.settled = True
        yield found


def _speaker(passage: Passage) -> tuple[Mention | None, int]:
    """ "X: ..." and "X Says ...": who, and where the words begin."""
    tokens = passage.tokens
    for number, word in enumerate(tokens.words):
        if tokens.tags[number] == "Q":
            break
        form = cue_forms().get(word.lower())
        if number and (word == ":" or (form and form[2] == "third")):
            return passage.phrases.mention(0, number), number + 1
    return None, 0
