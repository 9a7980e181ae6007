from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from quotesdb import likeness, turns
from quotesdb.models import Quote


class Command(BaseCommand):
    help = (
        "Make anew by which words quotes are likened, from nothing: where verify finds a list "
        "wrong. Look-ups find what was kept before until it is done."
    )

    def handle(self, **options):
        total = Quote.objects.standing().count()
        try:
            with self.bar(total) as bar, turns.taken():
                likeness.rebuild(bar.update)
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy
        self.stdout.write(f"{total} quotes can be likened.")

    def bar(self, total):
        return tqdm(total=total, unit=" quotes", disable=None, file=self.stderr)
