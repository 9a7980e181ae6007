import json
from functools import partial
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from quotesdb import turns
from quotesdb.management.named_curator import curator_named
from quotesdb.management.progress import bar, end_of_many
from seeds import loss_report
from seeds.dataset_importing import Run, bring
from seeds.datasets import claimreview, csv_rows, gqg, quotebank, quotebank_articles
from seeds.datasets.found import Wanted
from seeds.importing import nearby
from seeds.mistakes import printable

READERS = {
    "quotebank": quotebank.read,
    "quotebank-articles": quotebank_articles.read,
    "gqg": gqg.read,
    "claimreview": claimreview.read,
    "csv": csv_rows.read,
}


class Command(BaseCommand):
    help = (
        "Bring a dataset of others into the database, plain or packed (gzip, bzip2), in portions "
        "that are kept, and say what of it was lost. Running it again changes nothing; where it "
        "was stopped, it goes on. Everything is unverified, and marked as from a dataset."
    )

    def add_arguments(self, parser):
        parser.add_argument("format", choices=READERS)
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--check", action="store_true", help="do everything, keep nothing")
        parser.add_argument("--by", default="", help="the curator who answers for it")
        parser.add_argument("--why", default="", help="the reason, for the history")
        parser.add_argument("--report", type=Path, help="write the whole loss report here, as JSON")
        parser.add_argument("--limit", type=int, help="read no more than so many lines")
        parser.add_argument(
            "--dataset", default="", help="the name under which speakers without an id go [format]"
        )
        parser.add_argument(
            "--phases", default="ABCDE", help="of Quotebank; words of A to D lost letters [ABCDE]"
        )
        parser.add_argument(
            "--shortest", type=int, default=5, help="words of a machine-found quotation [5]"
        )
        parser.add_argument("--encoding", default="", help="of a CSV file that does not tell it")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="THEIRS=OURS",
            help="a column of a CSV file that is called otherwise",
        )

    def handle(self, *, files, verbosity, **options):
        files = [nearby(file) for file in files]
        run = Run(
            read=self.reader(options),
            why=options["why"] or f"brought by {options['format']}",
            by=curator_named(options["by"], nothing="Nothing was saved."),
            limit=self.at_least("limit", options["limit"], 1),
            only_check=options["check"],
        )
        report = self.opened(options["report"])
        try:
            self.bring(files, run, silent=verbosity == 0)
        finally:
            self.tell(run, files, options, report, verbosity)
        if run.broken:
            raise CommandError("Not everything could be read; what could be was brought.")

    def reader(self, options):
        wanted = Wanted(
            dataset=options["dataset"] or options["format"],
            phases=self.phases(options["phases"]),
            shortest=self.at_least("shortest", options["shortest"], 0),
        )
        if options["format"] == "csv":
            wanted = csv_rows.Table(wanted, self.encoding(options), self.names(options["map"]))
        read = READERS[options["format"]]
        return lambda source, ledger: read(source, ledger, wanted)

    def phases(self, text):
        phases = text.upper().replace(",", "")
        if not phases or set(phases) - {*quotebank.PHASES}:
            raise CommandError(f"--phases: {text!r} has others than A to E.\nNothing was saved.")
        return phases

    def at_least(self, name, number, least):
        if number is not None and number < least:
            raise CommandError(f"--{name}: at least {least}, not {number}.\nNothing was saved.")
        return number

    def encoding(self, options):
        try:
            "".encode(options["encoding"] or "utf-8")
        except LookupError as error:
            raise CommandError(f"--encoding: {error}.\nNothing was saved.") from error
        return options["encoding"]

    def names(self, pairs):
        names = dict(pair.partition("=")[::2] for pair in pairs)
        for theirs, ours in names.items():
            if ours not in csv_rows.COLUMNS:
                known = ", ".join(csv_rows.COLUMNS)
                raise CommandError(
                    f"--map {theirs}={ours}: we have no column {ours!r}, but {known}.\n"
                    "Nothing was saved."
                )
        return names

    def opened(self, path):
        """Tried before anything is brought, so that no report is lost."""
        try:
            return path.open("w", encoding="utf-8") if path else None
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}\nNothing was saved.") from error

    def bring(self, files, run, *, silent):
        size = sum(file.stat().st_size for file in files if file.is_file())
        try:
            with bar(self.stderr, "B", size, silent=silent, in_bytes=True) as progress:
                run.on_move = partial(self.move, progress)
                bring(files, run)
            if not run.only_check:
                end_of_many(self.stderr, silent=silent)
        except (turns.Busy, DatabaseError) as error:
            kept = "What was told is kept; running it again goes on."
            raise CommandError(f"{str(error).strip()}\n{kept}") from error

    def move(self, progress, position):
        if position > progress.n:
            progress.update(position - progress.n)

    def tell(self, run, files, options, report, verbosity):
        if report is not None:
            names = [printable(file) for file in files]
            with report:
                told = loss_report.as_json(run, options["format"], names)
                json.dump(told, report, ensure_ascii=False, indent=2)
                report.write("\n")
        if verbosity:
            for line in loss_report.as_lines(run):
                self.stdout.write(line)
            if run.only_check:
                self.stdout.write("Only checked: everything was rolled back, nothing was saved.")
