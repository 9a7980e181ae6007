import sys

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from quotesdb.management import first_curator, static_files
from quotesdb.management.port import HOST, UnusablePort, usable_port
from quotesdb.management.server import serve_until_told
from quotesdb.models import Appearance, Article, Outlet, Quote, Speaker


def acts_remembered():
    """Every write of a curated record leaves a row of history."""
    return [model.history.count() for model in (Outlet, Speaker, Article, Quote, Appearance)]


class Command(BaseCommand):
    help = "From nothing to a running server. Running it again changes nothing and starts at once."

    def add_arguments(self, parser):
        parser.add_argument("--port", default="8000")

    def handle(self, *, port, **options):
        try:
            port = usable_port(port)
            self.prepare()
        except UnusablePort as reason:
            raise CommandError(str(reason)) from reason
        except OperationalError as error:
            raise CommandError(f"The database does not answer: {error}") from error
        self.show_addresses(port)
        connections.close_all()
        sys.exit(serve_until_told(port))

    def prepare(self):
        self.tell("Database", self.migrate())
        self.tell("Seeds", self.import_seeds())
        self.tell("Static files", self.collect_static_files())
        self.make_first_curator()

    def tell(self, step, outcome):
        self.stdout.write(f"{self.style.SUCCESS(self.tick)} {step:<13} {outcome}")
        self.stdout.flush()

    @property
    def tick(self):
        """An old terminal shall not stop the server for want of a sign."""
        encoding = getattr(self.stdout, "encoding", None) or "ascii"
        return "✓".encode(encoding, "replace").decode(encoding).replace("?", "*")

    def migrate(self):
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if not plan:
            return "up to date"
        call_command("migrate", interactive=False, verbosity=0)
        return f"{len(plan)} migrations applied"

    def import_seeds(self):
        before = acts_remembered()
        call_command("import_seeds", verbosity=0)
        if acts_remembered() == before:
            return "up to date"
        quotes, printed = Quote.objects.count(), Appearance.objects.count()
        return f"brought in: {quotes} quotes, {printed} appearances"

    def collect_static_files(self):
        if static_files.are_collected():
            return "up to date"
        self.stdout.write("  Collecting static files: this takes some seconds, once.")
        static_files.collect()
        return "collected"

    def make_first_curator(self):
        if password := first_curator.make_first_curator():
            self.tell("Curator", "made, with all rights. Shown now and never again:")
            self.stdout.write(f"\n    name      {self.style.WARNING(first_curator.NAME)}")
            self.stdout.write(f"    password  {self.style.WARNING(password)}")

    def show_addresses(self, port):
        self.stdout.write("\nQuotesDB is at\n")
        for path, what in (
            ("/", "what it holds"),
            ("/api/docs/", "what one can ask it"),
            ("/admin/", "the curators' desk"),
        ):
            self.stdout.write(f"    {f'http://{HOST}:{port}{path}':<36} {what}")
        self.stdout.write("\nCtrl-C ends it.")
        self.stdout.flush()
