from pathlib import Path

import orjson
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test import Client

from api.examples import QUESTIONS, SUCCESSES, answer_in, ask, examples_of, file_of
from api.invented import invent_a_retraction, invent_a_writer
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
        secret = invent_a_writer()
        self.draw(client, docs)
        for operation in QUESTIONS:
            for example in examples_of(operation):
                document = self.answer_to(client, example, secret)
                if document is not None:
                    file_of(operation, example.name).write_bytes(orjson.dumps(document))
                self.stdout.write(f"{operation}: {example.address}")

    def draw(self, client, docs):
        number = Quote.objects.values_list("pk", flat=True).get(key=DRAWN)
        drawn = client.get(f"/api/v1/quotes/{number}/graph/?format=svg")
        (docs / f"{DRAWN}.svg").write_bytes(drawn.content)

    def answer_to(self, client, example, secret):
        answer = ask(client, example, secret)
        if answer.status_code not in SUCCESSES:
            told = f"{example.address} answers {answer.status_code}: {answer.content!r}"
            raise CommandError(told)
        return answer_in(answer.content, answer["Content-Type"]) if answer.content else None
