from django.core.management.base import BaseCommand, CommandError

from quotesdb import turns
from quotesdb.redacting.erasing import erase_freed


class Command(BaseCommand):
    help = (
        "Write the database anew without the bytes that deleted and redacted records left in it. "
        "Needs as much room as the database, and keeps writers waiting."
    )

    def handle(self, **options):
        try:
            for what in erase_freed():
                self.stdout.write(f"Erasing what was freed: {what}.")
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy
