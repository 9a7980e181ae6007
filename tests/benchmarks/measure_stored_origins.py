"""What origins and the graph cost from what is stored, the whole way from request to answer.

`python -m` this module, with the sizes to measure. Each size is loaded into a database of its own:
SQLite, or the one that DATABASE_URL names, which is then emptied.
"""

import gc
import os
import sys
import tempfile
from time import process_time

TIMES = 9
PAGES = ("origins/", "graph/", "graph/?format=svg", "wordings/")

if __name__ == "__main__":
    os.environ.setdefault("VAR_DIR", tempfile.mkdtemp())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
    import django

    django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from quotesdb.ingest import Attachment, Report, attach, load  # noqa: E402
from quotesdb.models import Quote  # noqa: E402
from tests.benchmarks.facts_as_records import records_of, text_of  # noqa: E402
from tests.provenance.example import a_quote_gone_round  # noqa: E402


def fill(size):
    call_command("flush", verbosity=0, interactive=False)
    facts = a_quote_gone_round(size)
    before = process_time()
    load(list(records_of(facts)), importer="benchmark")
    texts = [Attachment(key, text_of(key), {}) for key in facts.articles]
    attach(texts, Report())
    return process_time() - before


def cost(client, address):
    """The median CPU time, in milliseconds."""
    found = []
    for _ in range(TIMES):
        gc.collect()
        before = process_time()
        answer = client.get(address, headers={"host": "localhost"})
        found.append(process_time() - before)
        assert answer.status_code == 200, answer.content
    return sorted(found)[TIMES // 2] * 1000


def main(sizes):
    call_command("migrate", verbosity=0)
    sys.stdout.write("appearances" + "".join(f"{name:>18}" for name in PAGES) + "  ms CPU\n")
    for size in sizes:
        loading = fill(size)
        quote = Quote.objects.get().pk
        costs = [cost(Client(), f"/api/v1/quotes/{quote}/{page}") for page in PAGES]
        line = "".join(f"{it:>18.1f}" for it in costs)
        sys.stdout.write(f"{size:>11,}{line}   (loading: {loading:.1f} s)\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main([int(it) for it in sys.argv[1:]] or [10, 100, 1_000])
