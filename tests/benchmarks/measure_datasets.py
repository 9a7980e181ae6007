"""How quickly a dataset comes in, and in how much memory: `python -m` this, LINES [FILE].

Makes that many lines of Quotebank, all invented (or takes FILE), and reads them, first without a
database, then into the one that VAR_DIR or DATABASE_URL names, which must be migrated; then again.
"""

import json
import random
import resource
import sys
import tempfile
import time
from io import StringIO
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from seeds.datasets import quotebank  # noqa: E402
from seeds.datasets.found import Wanted  # noqa: E402
from seeds.datasets.ledger import Ledger  # noqa: E402
from seeds.datasets.lines import opened  # noqa: E402

WORDS = ("harbour", "ice", "not", "open", "winter", "ships", "unless", "council", "says", "the")


def line(number, chance):
    """One and a half addresses a quotation; a speaker in three of four."""
    who = chance.randint(1, 2_000)
    named = chance.random() < 0.75
    addresses = 1 + (chance.random() < 0.5)
    return {
        "quoteID": f"2019-03-04-{number:06}",
        "quotation": " ".join(chance.choices(WORDS, k=chance.randint(8, 40))).capitalize() + ".",
        "speaker": f"Speaker {who}" if named else "None",
        "qids": [f"Q{9_000_000 + who}"] if named else [],
        "date": "2019-03-04 08:15:00",
        "numOccurrences": addresses,
        "probas": [["None", "1.0"]],
        "urls": [
            f"https://paper{chance.randint(1, 300)}.example/{number}/{one}"
            for one in range(addresses)
        ],
        "phase": "E",
    }


def make(file, lines):
    chance = random.Random(7)
    with file.open("w") as stream:
        for number in range(lines):
            stream.write(json.dumps(line(number, chance)) + "\n")


def timed(what, lines, work):
    start, before = time.perf_counter(), time.process_time()
    work()
    took, cpu = time.perf_counter() - start, time.process_time() - before
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{what:<24}{took:>9.1f} s{cpu:>9.1f} s of CPU")
    sys.stdout.write(f"{lines / cpu:>10,.0f} lines/s of CPU{most:>7.0f} MiB at most\n")
    sys.stdout.flush()


def read(file):
    with opened(file) as source:
        for _ in quotebank.read(source, Ledger(), Wanted("quotebank")):
            pass


def bring(file):
    call_command("import_dataset", "quotebank", str(file), stdout=StringIO(), verbosity=0)


def main(lines, file=None):
    with tempfile.TemporaryDirectory() as folder:
        given = Path(file or f"{folder}/quotes.json")
        if file is None:
            make(given, lines)
        timed("read, without a database", lines, lambda: read(given))
        timed("brought", lines, lambda: bring(given))
        timed("brought again", lines, lambda: bring(given))


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:3])
