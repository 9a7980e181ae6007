"""The review of candidates: what was found in articles becomes records, or does not."""

from quotesdb.review.deciding import accept, add, leave, reject, take, undo
from quotesdb.review.verdict import Chosen, ChosenHop, Verdict

__all__ = ["Chosen", "ChosenHop", "Verdict", "accept", "add", "leave", "reject", "take", "undo"]
