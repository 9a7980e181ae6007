from django.core.management.base import BaseCommand, CommandError

from quotesdb import search, turns
from quotesdb.management.progress import bar
from quotesdb.models import Quote


class Command(BaseCommand):
    help = (
        "Make anew what quotes are found by, from nothing: after an update that changes how words "
        "are folded or stemmed. Searches find what was kept before until it is done."
    )

    def handle(self, **options):
        total = Quote.objects.standing().count()
        try:
            with bar(self.stderr, "quotes", total) as progress, turns.taken():
                search.rebuild(progress.update)
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy
        self.stdout.write(f"{total} quotes can be found.")
