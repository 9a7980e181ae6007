"""Search: quotes by the words of any of their wordings. `docs/search.md` explains it.

Words are folded and stemmed here, once for all engines, and ranked and marked here; an engine only
tells which quotes have them.
"""

from quotesdb.search.index import (
    RANKED,
    Found,
    newest_hits,
    rebuild,
    renew,
    stale,
    stale_index,
    tidy_up,
)
from quotesdb.search.marking import Marked, Marker
from quotesdb.search.parsing import BadQuery, parse
from quotesdb.search.query import Query
from quotesdb.search.ranking import scores

__all__ = [
    "RANKED",
    "BadQuery",
    "Found",
    "Marked",
    "Marker",
    "Query",
    "newest_hits",
    "parse",
    "rebuild",
    "renew",
    "scores",
    "stale",
    "stale_index",
    "tidy_up",
]
