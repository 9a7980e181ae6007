"""What somebody quoted says of others' words: quotes inside quotes."""

import re
from collections.abc import Iterator

from quotesdb.extraction.english.complements import BEGINS_CLAUSE, CLAUSE
from quotesdb.extraction.english.direct import Quoting
from quotesdb.extraction.english.proposals import Passage, Proposal, passage_of
from quotesdb.extraction.english.reported import Reporting
from quotesdb.extraction.marks import Quotation
from quotesdb.extraction.paragraphs import Paragraph

TELLING = re.compile(r"\b(?:says?|said|told|tells?|asked|wrote|according)\b")
OWN = frozenset(("i", "we", "you"))
WHOLE = 4
"""Words, at least, of what may be a whole clause."""


def nested(text: str, outer: Proposal) -> Iterator[Proposal]:
    """The quotes that stand inside the words of another one."""
    for quotation in outer.quotations:
        told = text[quotation.inner_start : quotation.inner_end]
        if quotation.inner or TELLING.search(told):
            yield from _inside(text, quotation, outer)


def _inside(text: str, quotation: Quotation, outer: Proposal) -> Iterator[Proposal]:
    inner = _passage(text, quotation)
    if inner is None:
        return
    found = [it for it in Quoting(inner).propose() if it.cue]
    found += [it for it in Reporting(inner).propose() if _of_others(it)]
    for proposal in sorted(found, key=lambda it: it.start):
        proposal.within = outer
        yield proposal


def _passage(text: str, quotation: Quotation) -> Passage | None:
    place = Paragraph(text, quotation.inner_start, quotation.inner_end)
    return passage_of(text, place, quotation.inner)


def _of_others(proposal: Proposal) -> bool:
    """Whether words without marks are reported of somebody else than the one quoted."""
    subject = proposal.subject
    if subject is None or proposal.rule not in ("that clause", "bare clause"):
        return False
    return proposal.passage.tokens.words[subject.head_low].lower() not in OWN


def is_whole_clause(text: str, quotation: Quotation) -> bool:
    """Whether words in marks could stand as a sentence, also behind the article's "that"."""
    inner = _passage(text, quotation)
    if inner is None or len(inner.tokens.words) < WHOLE:
        return False
    tags = inner.tokens.tags
    return bool(BEGINS_CLAUSE.match(tags)) and bool(CLAUSE.search(tags, 1))
