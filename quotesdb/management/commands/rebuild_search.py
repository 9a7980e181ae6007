from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from quotesdb import search, turns
from quotesdb.models import Quote


class Command(BaseCommand):
    help = (
        "Make anew what quotes are found by, from nothing: after an update that changes how words "
        "are folded or stemmed. Searches find what was kept before until it is done."
    )

    def handle(self, **options):
        total = Quote.objects.standing().count()
        try:
            with self.bar(total) as bar, turns.taken():
                search.rebuild(bar.update)
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy
        self.stdout.write(f"{total} quotes can be found.")

    def bar(self, total):
        return tqdm(total=total, unit=" quotes", disable=None, file=self.stderr)
