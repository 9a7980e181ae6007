"""Which standing quotes have a wording that is nearest to given words, whoever altered them.

`docs/lookup-index.md` explains the index, and says what it reaches.
"""

from .checking import stale_lists
from .compacting import compact, delete_unused
from .finding import Near, nearest
from .renewing import add, rebuild, renew, stale

__all__ = [
    "Near",
    "add",
    "compact",
    "delete_unused",
    "nearest",
    "rebuild",
    "renew",
    "stale",
    "stale_lists",
]
