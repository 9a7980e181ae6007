"""Kills an import at random moments, then lets one end.

`python -m` this, COMMAND, FOLDER or FILE, and so many seconds at most until a run is killed. Prints
how often it was killed while it ran.
"""

import contextlib
import os
import random
import signal
import sys
import time
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402

TIMES = 50


def run(command, what):
    """In a process of its own, made of this one, which has opened no database."""
    if number := os.fork():
        return number
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stderr(nowhere):
        call_command(command, what, stdout=nowhere, stderr=nowhere)
    os._exit(0)


def main(command, what, longest):
    chance, killed = random.Random(7), 0
    while killed < TIMES:
        number = run(command, what)
        time.sleep(chance.uniform(0.01, float(longest)))
        os.kill(number, signal.SIGKILL)
        _, status = os.waitpid(number, 0)
        if not os.WIFSIGNALED(status):
            break
        killed += 1
    _, status = os.waitpid(run(command, what), 0)
    sys.stdout.write(f"{killed} {os.waitstatus_to_exitcode(status)}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
