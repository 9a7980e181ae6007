from django.core.management.base import BaseCommand, CommandError

from quotesdb import likeness, turns
from quotesdb.management.progress import bar
from quotesdb.models import Quote


class Command(BaseCommand):
    help = (
        "Make anew by which words quotes are likened, from nothing: where verify finds a list "
        "wrong. Look-ups find what was kept before until it is done."
    )

    def handle(self, **options):
        total = Quote.objects.standing().count()
        try:
            with bar(self.stderr, "quotes", total) as progress, turns.taken():
                likeness.rebuild(progress.update)
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy
        self.stdout.write(f"{total} quotes can be likened.")
