"""Imports one file into the database of this process, and says how long that took.

`python -m tests.benchmarks.import_once FILE` prints seconds, those of them that this process and
its server were at work, and the most memory that this process held, in bytes.
"""

import os
import resource
import sys
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402


def at_work(server=None):
    """Seconds of the processor, of this process and of the one of PostgreSQL that serves it."""
    if server is None:
        return time.process_time()
    told = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()
    ticks = int(told[11]) + int(told[12])
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def main(file):
    connection.ensure_connection()
    is_served = connection.vendor == "postgresql"
    server = connection.connection.info.backend_pid if is_served else None
    begun, worked = time.perf_counter(), at_work(server)
    call_command("import_records", file, verbosity=0)
    seconds, worked = time.perf_counter() - begun, at_work(server) - worked
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sys.stdout.write(f"{seconds} {worked} {most}\n")


if __name__ == "__main__":
    main(sys.argv[1])
