import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from quotesdb.lines.exporting import exported, size
from quotesdb.lines.snapshot import snapshot
from quotesdb.lines.writing import STANDARD, whole_file
from quotesdb.management.progress import bar


class Command(BaseCommand):
    help = (
        "Write all public records as lines of JSON, as they were at one moment; import_records "
        "reads them. Nobody who writes meanwhile has to wait."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--out",
            type=Path,
            default=STANDARD,
            metavar="FILE",
            help="there whole or not at all [standard output]",
        )
        parser.add_argument("--gzip", action="store_true", help="compressed")
        parser.add_argument(
            "--private",
            action="store_true",
            help="with the texts of articles, and identities that are not public",
        )

    def handle(self, *, out, gzip, private, verbosity, **options):
        try:
            with whole_file(out, compressed=gzip) as file, snapshot():
                lines = self.write(file, private, silent=verbosity == 0)
        except BrokenPipeError:
            sys.stderr.close()  # whoever read wants no more, nor to be told
            sys.exit(1)
        except OSError as error:
            name = error.filename or out
            raise CommandError(f"{name}: {error.strerror}. Nothing was written.") from error
        if verbosity and out != STANDARD:
            self.stdout.write(f"{out}: {lines:,} lines.")

    def write(self, file, private, *, silent):
        counts, lines = size(), 0
        with bar(self.stderr, "lines", sum(counts.values()), silent=silent) as progress:
            for line in exported(timezone.now(), private=private, counts=counts):
                file.write(line)
                lines += 1
                progress.update()
        return lines
