"""Search: quotes by the words of any of their wordings. `docs/search.md` explains it.

Words are folded and stemmed here, once for all engines, and ranked and marked here; an engine only
tells which quotes have them.
"""

from quotesdb.search.found import RANKED, Found
from quotesdb.search.index import add, rebuild, renew, stale, stale_index, tidy_up
from quotesdb.search.marking import Marked, Marker
from quotesdb.search.parsing import BadQuery, parse
from quotesdb.search.query import Query

__all__ = [
    "RANKED",
    "BadQuery",
    "Found",
    "Marked",
    "Marker",
    "Query",
    "add",
    "parse",
    "rebuild",
    "renew",
    "stale",
    "stale_index",
    "tidy_up",
]
