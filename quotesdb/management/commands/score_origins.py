from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotesdb.provenance.cases import read
from quotesdb.provenance.scoring import score
from quotesdb.provenance.table import BadTable


class Command(BaseCommand):
    help = "Score the rules of origin on a table of chains; docs/origins.md has its format."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="a table of cases, as YAML")

    def handle(self, *, file, **options):
        try:
            cases = read(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file} cannot be read: {error}") from error
        except BadTable as mistakes:
            raise CommandError("\n".join(f"{file}: {it}" for it in mistakes.mistakes)) from mistakes
        found = score(cases)
        for miss in found.misses:
            self.stdout.write(str(miss))
        self.stdout.write(self.style.SUCCESS(found.closing_line))
