from contextlib import contextmanager

from django.core.management.base import BaseCommand, CommandError

from quotesdb import acts, likeness, turns
from quotesdb.census import keep_census, size_of_census, take_census, take_missing_prints
from quotesdb.derived import AT_ONCE, recount
from quotesdb.management.progress import bar
from quotesdb.models import Quote, Speaker
from quotesdb.models.history import Act
from quotesdb.naming import keeping as names
from quotesdb.portions import portions
from quotesdb.vocabulary import Door


class Command(BaseCommand):
    help = (
        "Count anew which words and which text are too common to tell anything, then the origins "
        "of all quotes, whom corrections affect, and by what names are found; mend what is "
        "wrong, and say what it was."
    )

    def handle(self, **options):
        self.take_census()
        numbers = list(Quote.objects.order_by("pk").values_list("pk", flat=True))
        wrong = []
        with bar(self.stderr, "quotes", len(numbers)) as progress:
            for some in portions(numbers, AT_ONCE):
                wrong += self.mended(some)
                progress.update(len(some))
        self.compact()
        for key, sentence in wrong:
            self.stdout.write(f"{key}: {sentence}")
        mended = len({key for key, _ in wrong})
        self.stdout.write(f"{len(numbers)} quotes counted, {mended} mended.")
        self.mend_names()

    def compact(self):
        try:
            with bar(self.stderr, "quotes posted anew") as progress:
                likeness.compact(1, progress.update)
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy

    def mend_names(self):
        speakers = list(Speaker.objects.order_by("pk").values_list("pk", "slug"))
        wrong = 0
        with bar(self.stderr, "speakers", len(speakers)) as progress:
            for some in portions(speakers, names.AT_ONCE):
                with self.turn():
                    told = names.mend([pk for pk, _ in some])
                for slug, sentence in ((slug, told[pk]) for pk, slug in some if pk in told):
                    self.stdout.write(f"{slug}: {sentence}")
                wrong += len(told)
                progress.update(len(some))
        with self.turn():
            gone = names.forget_the_gone()
        told = f"{len(speakers)} speakers' names looked through, {wrong} mended"
        self.stdout.write(f"{told}; {gone} keys to what is gone deleted.")

    def take_census(self):
        with self.turn():
            take_missing_prints()
        with bar(self.stderr, "quotes and texts", size_of_census()) as progress:
            census = take_census(progress.update)
        with self.turn():
            keep_census(census)
        found = f"{len(census.prints)} fingerprints of text and {len(census.words)} words"
        self.stdout.write(f"{found} are too common to tell anything.")

    @contextmanager
    def turn(self):
        try:
            with turns.taken():
                yield
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy

    def mended(self, quotes):
        try:
            with acts.whole(Act(Door.ADMIN, why="recounted")):
                return recount(quotes)
        except turns.Busy as busy:
            raise CommandError(str(busy)) from busy
