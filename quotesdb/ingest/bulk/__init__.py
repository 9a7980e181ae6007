"""Many records at once: the same rules, versions and history, at the speed of the database."""

from quotesdb.ingest.bulk.many import Located, StoppedAt, bring_many
from quotesdb.ingest.bulk.report import BulkReport, Complaint

__all__ = ["BulkReport", "Complaint", "Located", "StoppedAt", "bring_many"]
