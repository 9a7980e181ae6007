from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from quotesdb import changes, turns
from quotesdb.dumps.searching import dumps_with
from quotesdb.models import Curator
from quotesdb.redacting import reach_of, redact, still_elsewhere
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
            "--leave-freed", action="store_true", help="leave the freed bytes to erase_freed"
        )

    def handle(self, *, kind, key, because, by, yes, dumps, leave_freed, **options):
        record = self.record(kind, key)
        reach = reach_of(record)
        self.preview(reach)
        names = {(changes.KINDS[type(one)], changes.name_of(one)) for one in reach}
        if yes:
            self.redact(record, self.curator(by), because, reach.records)
            if not leave_freed:
                for what in erase_freed():
                    self.stdout.write(f"Erasing what was freed: {what}.")
        for place in dumps_with(names, dumps):
            self.stdout.write(f"{place}: this dump still has it. Delete it, and take another.")
        if not yes:
            self.stdout.write("Nothing was redacted: --yes --because WORD does it.")

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

    def redact(self, record, by, because, records):
        if because is None:
            raise CommandError("--because is missing. Nothing was redacted.")
        try:
            left = redact(record, by=by, because=Ground(because), expected=records)
        except (Refused, turns.Busy) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(left)} records were redacted.")

    def curator(self, name):
        if not name:
            return None
        try:
            return Curator.objects.get(username=name)
        except Curator.DoesNotExist as error:
            sentence = f'There is no curator "{name}". Nothing was redacted.'
            raise CommandError(sentence) from error
