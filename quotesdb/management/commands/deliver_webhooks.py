from django.conf import settings
from django.core.management.base import BaseCommand

from quotesdb.webhooks import delivering
from quotesdb.webhooks.posting import house_of


class Command(BaseCommand):
    help = (
        "Tell every webhook what has changed since it was told last. Once, as a timer does; or "
        "--forever. Several may run at once: each webhook is told by one of them."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--forever", action="store_true", help="round after round, until Ctrl-C"
        )
        parser.add_argument("--every", type=float, default=10.0, help="seconds between rounds [10]")

    def handle(self, *, forever, every, **options):
        house = house_of(frozenset(settings.WEBHOOKS_INSIDE))
        if forever:
            self.go_on(house, every)
        else:
            self.tell(delivering.deliver(house), None)

    def go_on(self, house, every):
        try:
            delivering.forever(house, max(every, 0.1), self.tell)
        except KeyboardInterrupt:
            self.stdout.write("Ended; what was not taken is told the next time.")

    def tell(self, told, at):
        if at is not None and not told:
            return
        when = f"{at:%Y-%m-%d %H:%M:%S} " if at else ""
        outcomes = ("taken", "failed", "switched off")
        counts = ", ".join(f"{told[outcome]:,} {outcome}" for outcome in outcomes)
        self.stdout.write(f"{when}messages: {counts}")
