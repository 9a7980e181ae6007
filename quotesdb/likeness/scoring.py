"""How likely it is that the one wording comes from the other, and how alike the two are.

Evidence is information, in nats: what both say in the same order, less a price for each word that
only one of them has. A word says the more the fewer quotes have it (Spärck Jones, 1972: the
logarithm of all quotes by those with the word); what a hand leaves out or puts in does not depend
on how rare it is, so that all words have one price.
"""

from collections.abc import Sequence
from itertools import accumulate

from rapidfuzz.distance import LCSseq

from quotesdb.wording.small_words import weight

SMALL_WORD = 2.0
"""What a small word says, and the least that any word does."""

PUT_IN, LEFT_OUT = 1.0, 0.5
"""What speaks against a wording for each word that was asked about and is not in it, and for each
of its words that was not asked about.
"""

MOVED = 0.25
"""The part that counts of what a word says that the wording has in another place."""

MOST_LEFT_OUT, MOST_AROUND = 6.0, 4.0
"""What words left out in a row count at most; and what all those around an excerpt do, where a
wording has all the words in a row: an excerpt of a long speech is an excerpt.
"""

SHORTER = 0.8
"""What is shorter than this part of a wording may be an excerpt of it."""

EXCERPT = 0.95
"""What likeness with an excerpt counts of likeness with the whole."""


class Asked:
    """What was asked about: its words as characters, and what each says."""

    def __init__(self, words: str, says: Sequence[float]) -> None:
        self.words = words
        self.until = (0.0, *accumulate(says))

    def evidence(self, others: str) -> float:
        """That `others`, words as characters, is where these words come from."""
        until = self.until
        if self.words in others:
            around = LEFT_OUT * (len(others) - len(self.words))
            return until[-1] - min(around, MOST_AROUND)
        shared, left_out, here, there = 0.0, 0.0, 0, 0
        for start, other, length in LCSseq.editops(self.words, others).as_matching_blocks():
            for place in range(here, start):
                moved = self.words[place] in others
                shared += MOVED * (until[place + 1] - until[place]) if moved else -PUT_IN
            here, passed = start + length, other - there
            shared += until[here] - until[start]
            left_out += min(LEFT_OUT * passed, MOST_LEFT_OUT)
            there = other + length
        return shared - left_out


def likeness(asked: Sequence[str], wording: Sequence[str]) -> tuple[float, float]:
    """How alike two wordings are, from 0 to 100, by words that both have in the same order; and the
    weight of these words.

    As in `quotesdb.wording`, a small word weighs a quarter of any other. Of a wording that is much
    longer, the stretch from the first to the last shared word is what counts.
    """
    blocks = [it for it in LCSseq.opcodes(asked, wording) if it.tag == "equal"]
    if not blocks:
        return 0.0, 0.0
    shared = sum(weighed(asked[it.src_start : it.src_end]) for it in blocks)
    alike = 2 * shared / (weighed(asked) + weighed(wording))
    if len(asked) < SHORTER * len(wording):
        stretch = wording[blocks[0].dest_start : blocks[-1].dest_end]
        alike = max(alike, EXCERPT * 2 * shared / (weighed(asked) + weighed(stretch)))
    return round(100 * alike, 1), shared


def weighed(words: Sequence[str]) -> float:
    return sum(map(weight, words))
