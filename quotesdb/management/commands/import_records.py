import os
import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction

from quotesdb import turns
from quotesdb.ingest import BulkReport, Settle, StoppedAt
from quotesdb.ingest.bulk import circles
from quotesdb.ingest.bulk.many import Errand, bring_portion, portions_of
from quotesdb.lines.reading import BadLine, Reading, decompressed
from quotesdb.lines.writing import STANDARD
from quotesdb.management.named_curator import curator_named
from quotesdb.management.progress import bar, end_of_many

MOST_TOLD = 20


class Command(BaseCommand):
    help = (
        "Bring in what export_records wrote. Running it again changes nothing, and where it was "
        "stopped it goes on. What curators have changed by hand is kept."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="plain or gzip; - reads stdin")
        parser.add_argument(
            "--check", action="store_true", help="do everything in one act, then take it back"
        )
        parser.add_argument("--by", default="", metavar="NAME", help="the curator whose act it is")
        parser.add_argument("--why", default="", help="stands in the history of every record")
        sides = parser.add_mutually_exclusive_group()
        sides.add_argument(
            "--theirs", action="store_true", help="where a curator's work differs, take the file's"
        )
        sides.add_argument(
            "--ours", action="store_true", help="where a curator's work differs, do not list it"
        )

    def handle(self, *, file, check, by, why, theirs, ours, verbosity, **options):
        settle = Settle.THEIRS if theirs else Settle.OURS if ours else Settle.LIST
        errand = Errand(
            curator_named(by, nothing="Nothing was saved."),
            why or f"brought from {told(file)}",
            settle,
        )
        self.kept = 0
        whole = taken_back if check else nullcontext
        try:
            with opened(file) as (raw, size), whole():
                report = self.bring(raw, size, errand, silent=verbosity == 0)
                if not check:
                    end_of_many(self.stderr, silent=verbosity == 0)
        except BadLine as error:
            raise self.stopped(f"{told(file)}:{error}", check) from error
        except StoppedAt as stopped:
            raise self.stopped(self.refusals(file, stopped.refusals), check) from stopped
        except OSError as error:
            raise self.stopped(f"{told(file)}: {error.strerror}", check) from error
        except turns.Busy as busy:
            raise self.stopped(str(busy), check) from busy
        except DatabaseError as error:
            raise self.stopped(str(error).strip(), check) from error
        if verbosity:
            self.tell(report, check)

    def bring(self, raw, size, errand, *, silent):
        report, reading = BulkReport(), Reading(decompressed(raw))
        lines = ((str(line), values) for line, values in reading)
        moving = bar(self.stderr, "B", size, silent=silent, in_bytes=True)
        with moving as progress, circles.seldom_looked_for():
            for some in portions_of(lines):
                report.add(bring_portion(some, errand))
                self.kept = int(some[-1][0])
                self.move(progress, raw, report)
        return report

    def move(self, progress, raw, report):
        progress.set_postfix_str(f"{sum(report.counts.values()):,} records", refresh=False)
        progress.update(place_in(raw) - progress.n)

    def stopped(self, sentence, check):
        """What went wrong, and what happened to the data."""
        if check or not self.kept:
            return CommandError(f"{sentence}\nNothing was saved.")
        kept = f"Lines 1–{self.kept:,} are kept; nothing after them was written."
        return CommandError(f"{sentence}\n{kept} Once it is mended, run it again: it goes on.")

    def refusals(self, file, found):
        lines = [f"{told(file)}:{complaint}" for complaint in found[:MOST_TOLD]]
        if len(found) > MOST_TOLD:
            lines.append(f"… and {len(found) - MOST_TOLD:,} more of these lines.")
        return "\n".join(lines)

    def tell(self, report, check):
        for (kind, outcome), many in sorted(report.counts.items()):
            self.stdout.write(f"{kind:<12}{outcome:<12}{many:>12,}")
        for complaint in report.differing:
            self.stdout.write(str(complaint))
        if check:
            self.stdout.write("Check: everything was taken back, nothing was saved.")


def told(file):
    name = "standard input" if file == STANDARD else os.fspath(file)
    return os.fsencode(name).decode("utf-8", "backslashreplace")


@contextmanager
def opened(file):
    """The file with its size, as far as that is known."""
    if file == STANDARD:
        yield sys.stdin.buffer, None
        return
    with file.open("rb") as raw:
        yield raw, file.stat().st_size or None


def place_in(raw):
    try:
        return raw.tell()
    except OSError:
        return 0


@contextmanager
def taken_back():
    """All inside is one act of which nothing stays; nobody else writes meanwhile."""
    with turns.taken():
        yield
        transaction.set_rollback(True)
