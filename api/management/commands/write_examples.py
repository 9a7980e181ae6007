from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test import Client

from api.examples import QUESTIONS, file_of


class Command(BaseCommand):
    help = "Write down the answers to the API's examples, out of a database that holds the seeds."

    def handle(self, **options):
        settings.ALLOWED_HOSTS = ["quotes.example"]
        client = Client(SERVER_NAME="quotes.example")
        for operation, questions in QUESTIONS.items():
            for name, address in questions.items():
                answer = client.get(address)
                if answer.status_code != 200:
                    raise CommandError(
                        f"{address} answers {answer.status_code}: {answer.content!r}"
                    )
                file_of(operation, name).write_bytes(answer.content)
                self.stdout.write(f"{operation}: {address}")
