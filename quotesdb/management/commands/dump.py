from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotesdb.dumps.taking import forget_older, take
from quotesdb.lines.exporting import size
from quotesdb.management.progress import bar


class Command(BaseCommand):
    help = (
        "Write all that is public into a new folder inside DIR, as it was at one moment: a file of "
        "lines for each kind, and a manifest with their hashes. It is there whole or not at all, "
        "and nobody who writes meanwhile has to wait. restore brings it back."
    )

    def add_arguments(self, parser):
        parser.add_argument("dir", type=Path, metavar="DIR")
        parser.add_argument(
            "--keep", type=int, metavar="N", help="then delete all but the newest N dumps in DIR"
        )
        parser.add_argument(
            "--private",
            action="store_true",
            help="with the texts of articles, and identities that are not public",
        )

    def handle(self, *, dir, keep, private, verbosity, **options):
        if keep is not None and keep < 1:
            raise CommandError("--keep must be 1 or more. Nothing was written.")
        try:
            with bar(self.stderr, "lines", size().total(), silent=verbosity == 0) as progress:
                place, manifest = take(dir, private=private, on_line=progress.update)
            gone = forget_older(dir, keep, private=private) if keep else []
        except OSError as error:
            raise CommandError(f"{error.filename or dir}: {error.strerror}.") from error
        if verbosity:
            self.tell(place, manifest, gone)

    def tell(self, place, manifest, gone):
        for file in manifest.files:
            self.stdout.write(f"{file.name:<24}{file.lines:>12,} lines {file.bytes:>16,} bytes")
        self.stdout.write(f"{place}: taken at {manifest.taken_at}.")
        for older in gone:
            self.stdout.write(f"{older}: deleted.")
