from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from quotesdb import turns
from quotesdb.derived import AT_ONCE, recount
from quotesdb.models import Quote
from quotesdb.portions import portions


class Command(BaseCommand):
    help = "Count the origins of all quotes anew, mend what is wrong, and say what it was."

    def handle(self, **options):
        numbers = list(Quote.objects.order_by("pk").values_list("pk", flat=True))
        wrong = []
        with tqdm(total=len(numbers), unit=" quotes", disable=None, file=self.stderr) as bar:
            for some in portions(numbers, AT_ONCE):
                wrong += self.mended(some)
                bar.update(len(some))
        for key, held, found in wrong:
            self.stdout.write(f"{key}: {told(held)}, and is {told(found)}")
        self.stdout.write(f"{len(numbers)} quotes counted, {len(wrong)} mended.")

    def mended(self, quotes):
        try:
            with turns.taken():
                return recount(quotes)
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy


def told(counts):
    printed, declared, inferred = counts
    return f"printed {printed} times, {declared} origins declared, {inferred} inferred"
