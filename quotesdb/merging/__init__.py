"""One record takes the place of another, and gives it back: merging, undoing, splitting.

`docs/merging.md` explains it.
"""

from quotesdb.merging.merging import merge, preview
from quotesdb.merging.permission import MERGE
from quotesdb.merging.splitting import Chosen, split
from quotesdb.merging.undoing import undo

__all__ = ["MERGE", "Chosen", "merge", "preview", "split", "undo"]
