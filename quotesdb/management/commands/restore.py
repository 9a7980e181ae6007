from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from quotesdb import turns
from quotesdb.dumps.manifest import BadDump
from quotesdb.dumps.restoring import NotEmpty, NotProved, checked, restore
from quotesdb.ingest import StoppedAt
from quotesdb.management.named_curator import curator_named
from quotesdb.management.progress import bar, end_of_many


class Command(BaseCommand):
    help = (
        "Bring back what dump wrote. All files are looked through before anything is written; then "
        "all is brought in or nothing, and what has come in is compared with the dump, line by "
        "line, before it counts."
    )

    def add_arguments(self, parser):
        parser.add_argument("dump", type=Path, metavar="DUMP", help="the folder with the manifest")
        parser.add_argument("--check", action="store_true", help="only look through the files")
        parser.add_argument(
            "--add", action="store_true", help="beside what is held; what is held by hand stays"
        )
        parser.add_argument("--by", default="", metavar="NAME", help="the curator whose act it is")

    def handle(self, *, dump, check, add, by, verbosity, **options):
        try:
            manifest = checked(dump)
            if not check:
                report = self.restore(
                    dump,
                    manifest,
                    curator_named(by, nothing="Nothing was written."),
                    add,
                    verbosity,
                )
        except (BadDump, NotEmpty, NotProved, StoppedAt, turns.Busy, DatabaseError) as error:
            raise CommandError(f"{str(error).strip()}\nNothing was written.") from error
        lines = sum(file.lines for file in manifest.files)
        if check:
            self.stdout.write(f"All {len(manifest.files)} files are whole: {lines:,} lines.")
        else:
            self.tell(report, lines, add)
            end_of_many(self.stderr, silent=verbosity == 0)

    def restore(self, dump, manifest, by, add, verbosity):
        lines = sum(file.lines for file in manifest.files) * (1 if add else 2)
        with bar(self.stderr, "lines", lines, silent=verbosity == 0) as progress:
            return restore(dump, manifest, by=by, add=add, on_lines=progress.update)

    def tell(self, report, lines, add):
        for (kind, outcome), many in sorted(report.counts.items()):
            self.stdout.write(f"{kind:<12}{outcome:<12}{many:>12,}")
        for complaint in report.differing:
            self.stdout.write(str(complaint))
        if not add:
            self.stdout.write(f"Proved: all {lines:,} lines come out again, byte by byte.")
