"""How likely it is that the one wording comes from the other, and how alike the two are.

Evidence is information, in nats: what both say in the same order, less a part of what only one of
them says. A word says the more the fewer quotes have it (Spärck Jones, 1972: the logarithm of all
quotes by those with the word); of a word that only the other wording has, it is not known how many
do, and an average stands for it.
"""

from collections.abc import Sequence
from itertools import accumulate

from rapidfuzz.distance import LCSseq

from quotesdb.wording.small_words import weight

from .word_numbers import SMALL_CHARACTERS

DIFFERING = 0.07
"""The part of what only one of two wordings says that speaks against their being one."""

SMALL_WORD, OTHER_WORD, ANY_WORD = 2.0, 7.5, 5.0
"""What a word says of which it is not known how many quotes have it."""

LONGER = 2.0
"""However long a wording is, what it says besides counts no more than so many times what was asked
about: an excerpt of a long speech is an excerpt.
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
        blocks = LCSseq.editops(self.words, others).as_matching_blocks()
        shared = sum([until[start + many] - until[start] for start, _, many in blocks])
        left = min(max(said_by(others) - shared, 0.0), LONGER * until[-1])
        return shared - DIFFERING * (until[-1] - shared + left)


def said_by(words: str) -> float:
    small = sum(map(SMALL_CHARACTERS.__contains__, words))
    return SMALL_WORD * small + OTHER_WORD * (len(words) - small)


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
