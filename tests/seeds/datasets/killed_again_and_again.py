"""Kills an import of FILE at random moments, then lets one end: `python -m` this, FILE.

Prints how often it was killed while it ran, and what became of the lines in the last run.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from seeds import dataset_importing  # noqa: E402

TIMES = 6
LONGEST = 0.8
"""Seconds until a run is killed."""


def run(file, report):
    """In a process of its own, made of this one, which has opened no database."""
    if number := os.fork():
        return number
    with Path(os.devnull).open("w") as nowhere:
        call_command("import_dataset", "quotebank", file, report=report, stdout=nowhere)
    os._exit(0)


def main(file):
    dataset_importing.PORTION = 10
    report, chance, killed = Path(f"{file}.report"), random.Random(7), 0
    while killed < TIMES:
        number = run(file, report)
        time.sleep(chance.uniform(0.05, LONGEST))
        os.kill(number, signal.SIGKILL)
        _, status = os.waitpid(number, 0)
        if not os.WIFSIGNALED(status):
            break
        killed += 1
    os.waitpid(run(file, report), 0)
    lines = json.loads(report.read_text())["lines"]
    told = killed, lines["read"], lines["imported"] + lines["same"]
    sys.stdout.write(" ".join(map(str, told)))


if __name__ == "__main__":
    main(sys.argv[1])
