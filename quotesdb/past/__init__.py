"""What became of a record: its acts one by one, and how it stood at any moment."""

from quotesdb.past.entries import Entry, Page, entries
from quotesdb.past.sources import number_of

__all__ = ["Entry", "Page", "entries", "number_of"]
