"""Words in marks without a cue of their own: whose they are, seen from those around them."""

from collections.abc import Sequence

from quotesdb.extraction.english.cues import Cues
from quotesdb.extraction.english.proposals import Passage, Proposal


def carry_on(passages: Sequence[Passage]) -> None:
    """Give every proposal without a cue the speaker of its neighbour."""
    before: Passage | None = None
    for passage in passages:
        for number, proposal in enumerate(passage.proposals):
            if proposal.cue is None and proposal.subject is None:
                _find(passage, number, before)
        before = passage


def _find(passage: Passage, number: int, before: Passage | None) -> None:
    proposal = passage.proposals[number]
    if proposal.rule == "behind a colon" and _introduced(passage, proposal):
        return
    earlier = [it for it in passage.proposals[:number] if it.marked]
    if earlier:
        _follow(proposal, earlier[-1], "goes on, same paragraph")
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
    proposal.subject = Cues(passage.tokens, passage.phrases).subject_of_clause(low, place)
    return proposal.subject is not None


def _attributed_next(passage: Passage, number: int) -> Proposal | None:
    for later in passage.proposals[number + 1 : number + 2]:
        if later.marked and later.rule == "speaker behind":
            return later
    return None


def _from_before(proposal: Proposal, before: Passage) -> None:
    marked = [it for it in before.proposals if it.marked]
    if marked and not marked[-1].quotations[-1].closed:
        _follow(proposal, marked[-1], "goes on, paragraph left open")
    elif before.proposals:
        _follow(proposal, before.proposals[-1], "goes on, paragraph before")
    else:
        low, high = before.sentences[-1]
        proposal.subject = Cues(before.tokens, before.phrases).subject_of_clause(low, high)
        proposal.subject_in = before
        proposal.rule = "subject of the paragraph before"


def _follow(proposal: Proposal, other: Proposal, rule: str) -> None:
    proposal.follows = other
    proposal.rule = rule
