"""From records to rows: all or nothing, twice the same as once, and never over a curator's work."""

from quotesdb.ingest.bringing import Settle
from quotesdb.ingest.loading import load
from quotesdb.ingest.report import Conflict, Gone, Report
from quotesdb.ingest.texts import Attachment, attach
from quotesdb.ingest.writing import Overtaken

__all__ = ["Attachment", "Conflict", "Gone", "Overtaken", "Report", "Settle", "attach", "load"]
