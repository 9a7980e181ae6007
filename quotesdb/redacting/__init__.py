"""Purging a record for good: from rows, history and indexes, leaving its name and one word.

`docs/decisions/0026-what-a-redaction-takes.md` says what goes along, and why.
"""

from .deed import NOT_THEIRS, REDACT, redact
from .identity import forget_identity
from .reach import Reach, reach_of, still_elsewhere

__all__ = [
    "NOT_THEIRS",
    "REDACT",
    "Reach",
    "forget_identity",
    "reach_of",
    "redact",
    "still_elsewhere",
]
