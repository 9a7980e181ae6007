from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from quotesdb.lines.snapshot import snapshot
from quotesdb.management.progress import bar
from quotesdb.nearest import did_you_mean
from quotesdb.verifying import CHECKS, verify

MOST_TOLD = 20


class Command(BaseCommand):
    help = (
        "Look whether all that must hold does, and all that follows from other rows is right: say "
        "what is wrong, where, and which command mends it. Nothing is written, and nobody waits."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--only", nargs="+", default=[], metavar="CHECK", help="these checks, by their names"
        )
        parser.add_argument("--list", action="store_true", help="say which checks there are")
        parser.add_argument(
            "--all", action="store_true", help=f"tell more than {MOST_TOLD} findings of a check"
        )

    def handle(self, *, only, list, all, verbosity, **options):
        if list:
            self.tell_checks()
        else:
            self.verify(self.named(only), all, silent=verbosity == 0)

    def named(self, only):
        for name in only:
            if name not in CHECKS:
                raise CommandError(f'There is no check "{name}".{did_you_mean(name, CHECKS)}')
        return only or [*CHECKS]

    def verify(self, names, all, *, silent):
        with snapshot():
            found = self.look(names, all, silent=silent)
        if found:
            self.tell_mending(found)
            failed = f"{len(found)} of {len(names)} checks failed"
            raise CommandError(f"{failed}: {found.total():,} things are wrong.")
        self.stdout.write(f"All is right, by {len(names)} checks.")

    def look(self, names, all, *, silent):
        found = Counter()
        with bar(self.stderr, "rows", silent=silent) as progress:
            for check, wrong in verify(names, progress.update, progress.set_description_str):
                found[check.name] += 1
                if all or found[check.name] <= MOST_TOLD:
                    progress.clear()
                    self.stdout.write(f"{check.name}: {wrong}")
        return found

    def tell_checks(self):
        for name, check in CHECKS.items():
            self.stdout.write(f"{name:<16}{check.claim}")

    def tell_mending(self, found):
        for name, many in found.items():
            if many > MOST_TOLD:
                self.stdout.write(f"{name}: {many:,} in all; --all tells each.")
            self.stdout.write(f"{name}: to mend it, {CHECKS[name].mended_by}.")
