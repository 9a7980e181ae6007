from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from quotesdb import turns
from quotesdb.ingest import Settle
from quotesdb.management.progress import bar
from seeds import closing_table
from seeds.importing import bring, nearby, read_texts
from seeds.mistakes import BadSeeds
from seeds.reader import read_seeds


class Command(BaseCommand):
    help = (
        "Bring seed files into the database, all or nothing. Running it again changes nothing, "
        "and what curators have changed by hand is kept."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "paths",
            nargs="*",
            type=Path,
            default=[settings.BASE_DIR / "seeds"],
            metavar="PATH",
            help="files, or folders with all in them; the project's own seeds by default",
        )
        parser.add_argument("--dry-run", action="store_true", help="do everything, then roll back")
        parser.add_argument(
            "--documents",
            type=Path,
            metavar="DIR",
            help="attach the articles' texts, each in DIR/<article key>.txt",
        )
        sides = parser.add_mutually_exclusive_group()
        sides.add_argument(
            "--theirs", action="store_true", help="in conflicts, take what the files say"
        )
        sides.add_argument(
            "--ours",
            action="store_true",
            help="in conflicts, keep what the database says and list it no more",
        )

    def handle(self, *, paths, documents, dry_run, theirs, ours, verbosity, **options):
        settle = Settle.THEIRS if theirs else Settle.OURS if ours else Settle.LIST
        try:
            seeds = read_seeds([nearby(path) for path in paths])
            texts = read_texts(seeds, self.folder(documents))
            with bar(self.stderr, "records", len(seeds.records), silent=verbosity == 0) as progress:
                report = bring(
                    seeds,
                    texts,
                    scope=paths,
                    settle=settle,
                    dry_run=dry_run,
                    on_record=progress.update,
                )
        except BadSeeds as error:
            raise CommandError(f"{self.count(error)}\n{error}\nNothing was saved.") from error
        except OSError as error:
            sentence = f"{error.filename}: {error.strerror}"
            raise CommandError(f"{sentence}\nNothing was saved.") from error
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy
        except DatabaseError as error:
            raise CommandError(f"{str(error).strip()}\nNothing was saved.") from error
        if verbosity:
            self.tell(report, seeds, texts, documents, dry_run)

    def folder(self, documents):
        """The folder of the texts; one that cannot be read is an OSError."""
        if documents is None:
            return None
        next(documents.iterdir(), None)
        return nearby(documents)

    def count(self, error):
        mistakes = len(error.mistakes)
        return f"{mistakes} mistake{'' if mistakes == 1 else 's'}:"

    def tell(self, report, seeds, texts, documents, dry_run):
        lines = [
            *closing_table.table(report, with_texts=documents is not None),
            *closing_table.conflicts(report, seeds),
            *closing_table.gone(report),
            *closing_table.absent(texts.absent, documents),
        ]
        for line in lines:
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("Dry run: everything was rolled back, nothing was saved.")
