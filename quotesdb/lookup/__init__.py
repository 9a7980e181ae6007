"""Whose words are these: the held quotes that words may be a printing of.

`docs/lookup.md` explains it. `look_up` is for readers, who bring a text; `resembling` for the desk,
which brings the words of one candidate.
"""

from quotesdb.lookup.asking import Answer, Status, look_up
from quotesdb.lookup.resembling import Match, resembling
from quotesdb.lookup.verdicts import Verdict

__all__ = ["Answer", "Match", "Status", "Verdict", "look_up", "resembling"]
