"""Whoever finds no turn to write is told so, in words, and nothing of the work is lost."""

import subprocess
import sys
from contextlib import contextmanager

from django.conf import settings

from tests.processes import ended, manage, own_database

BUSY = "is writing at this moment and was not done within 1 seconds. Nothing was saved"


@contextmanager
def somebody_writing(environment):
    command = [sys.executable, "-m", "tests.curation.writer_who_does_not_end"]
    with subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as writer:
        assert writer.stdout.readline() == b"writing\n"
        yield
        writer.stdin.close()


def refused(environment, *command):
    running = manage(environment, *command)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 1
    return said


def test_an_import_and_a_recount_are_refused_until_the_other_has_ended(tmp_path):
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings", "LONGEST_WAIT": "1"}
        ended([manage(environment, "migrate", "--verbosity=0")])
        ended([manage(environment, "import_seeds", "--verbosity=0")])
        with somebody_writing(environment):
            assert BUSY in refused(environment, "import_seeds")
            assert BUSY in refused(environment, "recount")
        ended([manage(environment, "import_seeds"), manage(environment, "recount")])
