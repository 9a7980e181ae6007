from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils.dateparse import parse_date
from django.utils.timezone import get_current_timezone

from quotesdb import turns
from quotesdb.management.progress import bar
from quotesdb.merging.duplicates import find_duplicates
from quotesdb.models import Quote, Speaker


class Command(BaseCommand):
    help = (
        "Look which speakers, outlets and quotes may be the same as others, and keep it for the "
        'page "Perhaps the same" at the desk. Nothing is merged: that is for a person to decide.'
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--since",
            type=self.day,
            metavar="DAY",
            help="Look only at what was changed on this day or later, such as 2024-01-31.",
        )

    def day(self, text):
        day = parse_date(text)
        if day is None:
            raise CommandError(f'"{text}" is no day such as 2024-01-31.')
        return datetime(day.year, day.month, day.day, tzinfo=get_current_timezone())

    def handle(self, *, since, **options):
        total = Speaker.objects.standing().count() + Quote.objects.standing().count()
        try:
            with bar(self.stderr, "records", total) as progress:
                found = find_duplicates(since, progress.update)
        except turns.Busy as busy:
            raise CommandError(f"{busy} What was found before is kept.") from busy
        self.stdout.write(f"{found} pairs may be the same.")
