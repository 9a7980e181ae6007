"""Words in marks without a cue of their own: whose they are, seen from those around them."""

import re
from collections.abc import Sequence

from quotesdb.extraction.english.direct import BROKEN_OFF
from quotesdb.extraction.english.proposals import Passage, Proposal
from quotesdb.extraction.english.subjects import Subjects

SIGNATURE = re.compile(r"-[NTv]+\.?")
SAME_PARAGRAPH = "goes on, same paragraph"
LEFT_OPEN = "goes on, paragraph left open"
NEXT_PARAGRAPH = "goes on, next paragraph"
JOINED = (SAME_PARAGRAPH, LEFT_OPEN, NEXT_PARAGRAPH, BROKEN_OFF)


def carry_on(passages: Sequence[Passage]) -> None:
    """Give every proposal without a cue the speaker of its neighbour."""
    before: Passage | None = None
    for place, passage in enumerate(passages):
        _sign(passage, passages[place + 1 : place + 2])
        for number, proposal in enumerate(passage.proposals):
            if proposal.settled:
                continue
            if proposal.cue is None and proposal.subject is None:
                _find(passage, number, before)
            elif proposal.subject is None and number > 0:
                proposal.follows = proposal.follows or passage.proposals[number - 1]
        before = passage


def join(passages: Sequence[Passage]) -> None:
    """Make one proposal of words that only the attribution, or a paragraph's end, parts."""
    heads: dict[int, Proposal] = {}
    for passage in passages:
        kept = []
        for proposal in passage.proposals:
            first = heads.get(id(proposal.follows), proposal.follows)
            if first is None or not _joins(proposal, first):
                kept.append(proposal)
                continue
            first.quotations += proposal.quotations
            first.content += proposal.content
            heads[id(proposal)] = first
        passage.proposals = kept


def _joins(proposal: Proposal, first: Proposal) -> bool:
    return proposal.rule in JOINED and first.marked and not (first.fused or proposal.fused)


def _sign(passage: Passage, following: Sequence[Passage]) -> None:
    """A paragraph that is a name behind a dash tells whose the words above it are."""
    last = passage.proposals[-1:]
    if following and last and last[0].rule == "alone":
        below = following[0]
        name = below.phrases.starting(1) if SIGNATURE.fullmatch(below.tokens.tags) else None
        if name:
            last[0].subject, last[0].subject_in, last[0].rule = name, below, "signed"


def _find(passage: Passage, number: int, before: Passage | None) -> None:
    proposal = passage.proposals[number]
    if proposal.rule == "behind a colon" and _introduced(passage, proposal):
        return
    earlier = [it for it in passage.proposals[:number] if it.marked]
    if earlier:
        _follow(proposal, earlier[-1], SAME_PARAGRAPH)
    elif later := _attributed_next(passage, number):
        _follow(proposal, later, "speaker in the next sentence")
    elif number > 0:
        _follow(proposal, passage.proposals[0], "goes on after reported speech")
    elif before is not None:
        _from_before(proposal, before)


def _introduced(passage: Passage, proposal: Proposal) -> bool:
    """ "X put it this way: ..." """
    place = next(n for n, it in passage.tokens.quotations.items() if it is proposal.quotations[0])
    low = max((a for a, b in passage.sentences if a <= place), default=0)
    whole = passage.phrases.ending(place - 1, low)
    if whole and (whole.low == low or whole.is_name):
        proposal.subject = whole
    else:
        proposal.subject = Subjects(passage.tokens, passage.phrases).of_sentence(low, place)
    return proposal.subject is not None


def _attributed_next(passage: Passage, number: int) -> Proposal | None:
    for later in passage.proposals[number + 1 : number + 2]:
        if later.marked and later.rule == "speaker behind":
            return later
    return None


def _from_before(proposal: Proposal, before: Passage) -> None:
    marked = [it for it in before.proposals if it.marked]
    if marked and not marked[-1].quotations[-1].closed:
        _follow(proposal, marked[-1], LEFT_OPEN)
    elif marked and marked[-1].rule == "speaker behind" and _is_all(before):
        _follow(proposal, marked[-1], NEXT_PARAGRAPH)
    elif before.proposals:
        _follow(proposal, before.proposals[-1], "goes on, paragraph before")
    else:
        low, high = before.sentences[-1]
        proposal.subject = Subjects(before.tokens, before.phrases).of_sentence(low, high)
        proposal.subject_in = before
        proposal.rule = "subject of the paragraph before"


def _is_all(passage: Passage) -> bool:
    """Whether a paragraph holds nothing but one quotation and whose it is."""
    return len(passage.sentences) == 1 and passage.tokens.tags.startswith("Q")


def _follow(proposal: Proposal, other: Proposal, rule: str) -> None:
    proposal.follows = other
    proposal.rule = rule
