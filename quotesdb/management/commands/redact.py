from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotesdb import changes, turns
from quotesdb.dumps.searching import dumps_with
from quotesdb.management.named_curator import curator_named
from quotesdb.redacting import forget_identity, reach_of, redact, still_elsewhere
from quotesdb.redacting.erasing import erase_freed
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Ground

MODELS = {kind: model for model, kind in changes.KINDS.items()}


class Command(BaseCommand):
    help = (
        "Purge a record for good, with all that cannot be without it, and the bytes that it leaves "
        "behind. Without --yes it only says what would go."
    )

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=list(MODELS), metavar="KIND")
        parser.add_argument("key", metavar="KEY", help="its key or slug")
        parser.add_argument(
            "--because", choices=[it.value for it in Ground], help="kept, and told at its address"
        )
        parser.add_argument("--by", default="", metavar="NAME", help="the editor whose act it is")
        parser.add_argument("--yes", action="store_true", help="let it go")
        parser.add_argument(
            "--dumps",
            type=Path,
            nargs="+",
            default=[],
            metavar="DIR",
            help="say which dumps in these folders still have it",
        )
        parser.add_argument(
            "--only-identity",
            action="store_true",
            help="of an anonymous source: who it turned out to be; the source stays",
        )
        parser.add_argument(
            "--leave-freed", action="store_true", help="leave the freed bytes to erase_freed"
        )

    def handle(self, *, kind, key, yes, dumps, only_identity, leave_freed, **options):
        record = self.record(kind, key)
        if only_identity:
            names = {(kind, key)}
            self.stdout.write(f"Goes: who {kind} {key} turned out to be")
        else:
            reach = reach_of(record)
            self.preview(reach)
            names = {(changes.KINDS[type(one)], changes.name_of(one)) for one in reach}
        if yes:
            self.redact(record, None if only_identity else reach.records, **options)
            self.erase(leave_freed)
        for place in dumps_with(names, dumps):
            self.stdout.write(f"{place}: this dump still has it. Delete it, and take another.")
        if not yes:
            self.stdout.write("Nothing was redacted: --yes --because WORD does it.")

    def erase(self, leave_freed):
        for what in () if leave_freed else erase_freed():
            self.stdout.write(f"Erasing what was freed: {what}.")

    def record(self, kind, key):
        found = MODELS[kind]._base_manager.filter(**{changes.NAMES[MODELS[kind]]: key}).first()
        if found is None:
            raise CommandError(f'There is no {kind} "{key}". Nothing was redacted.')
        return found

    def preview(self, reach):
        for one in reach:
            self.stdout.write(f"Goes: {changes.KINDS[type(one)]} {changes.name_of(one)}")
        for sentence in reach.in_the_way:
            self.stdout.write(f"In the way: {sentence}")
        for name in still_elsewhere(reach):
            self.stdout.write(f"The same words stay in: {name}")

    def redact(self, record, records, *, because, by, **options):
        if because is None:
            raise CommandError("--because is missing. Nothing was redacted.")
        told = {
            "by": curator_named(by, nothing="Nothing was redacted."),
            "because": Ground(because),
        }
        try:
            if records is None:
                forget_identity(changes.name_of(record), **told)
                self.stdout.write("The identity was redacted.")
            else:
                left = redact(record, expected=records, **told)
                self.stdout.write(f"{len(left)} records were redacted.")
        except (Refused, turns.Busy) as error:
            raise CommandError(str(error)) from error
