from pathlib import Path

import orjson
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test import Client

from api.examples import QUESTIONS, answer_in, file_of
from api.invented import invent_a_retraction
from quotesdb.models import Quote

DRAWN = "ready-to-negotiate"


class Command(BaseCommand):
    help = "Write down the answers to the API's examples, out of a database that holds the seeds."

    def add_arguments(self, parser):
        parser.add_argument("docs", type=Path, help="Where the picture of the README goes.")

    def handle(self, *, docs, **options):
        settings.ALLOWED_HOSTS = ["quotes.example"]
        invent_a_retraction()
        client = Client(SERVER_NAME="quotes.example")
        for operation, questions in QUESTIONS.items():
            for name, address in questions.items():
                answer = client.get(address)
                if answer.status_code != 200:
                    raise CommandError(
                        f"{address} answers {answer.status_code}: {answer.content!r}"
                    )
                document = answer_in(answer.content, answer["Content-Type"])
                file_of(operation, name).write_bytes(orjson.dumps(document))
                self.stdout.write(f"{operation}: {address}")
        number = Quote.objects.values_list("pk", flat=True).get(key=DRAWN)
        drawn = client.get(f"/api/v1/quotes/{number}/graph/?format=svg")
        (docs / f"{DRAWN}.svg").write_bytes(drawn.content)
