from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from quotesdb.derived import recount
from quotesdb.models import Quote

BATCH = 200


class Command(BaseCommand):
    help = "Count the origins of all quotes anew, mend what is wrong, and say what it was."

    def handle(self, **options):
        numbers = list(Quote.objects.order_by("pk").values_list("pk", flat=True))
        wrong = []
        with tqdm(total=len(numbers), unit=" quotes", disable=None, file=self.stderr) as bar:
            for start in range(0, len(numbers), BATCH):
                with transaction.atomic():
                    wrong += recount(numbers[start : start + BATCH])
                bar.update(len(numbers[start : start + BATCH]))
        for key, held, found in wrong:
            self.stdout.write(f"{key}: {told(held)}, and is {told(found)}")
        self.stdout.write(f"{len(numbers)} quotes counted, {len(wrong)} mended.")


def told(counts):
    printed, declared, inferred = counts
    return f"printed {printed} times, {declared} origins declared, {inferred} inferred"
