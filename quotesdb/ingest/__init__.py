"""From records to rows: all or nothing, twice the same as once, and never over a curator's work."""

from quotesdb.ingest.bringing import Settle
from quotesdb.ingest.bulk import BulkReport, Located, StoppedAt, bring_many
from quotesdb.ingest.loading import load
from quotesdb.ingest.report import Conflict, Gone, Report
from quotesdb.ingest.texts import Attachment, attach

__all__ = [
    "Attachment",
    "BulkReport",
    "Conflict",
    "Gone",
    "Located",
    "Report",
    "Settle",
    "StoppedAt",
    "attach",
    "bring_many",
    "load",
]
