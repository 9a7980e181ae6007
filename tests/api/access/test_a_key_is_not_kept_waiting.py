"""That a key was used is noted, but never waited for while others write."""

import subprocess
import sys

from django.conf import settings

from tests.curation.test_waiting_in_vain_is_a_refusal import somebody_writing
from tests.processes import ended, manage, own_database


def test_a_reader_is_answered_while_somebody_writes(tmp_path):
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings", "LONGEST_WAIT": "10"}
        ended([manage(environment, "migrate", "--verbosity=0")])
        command = [sys.executable, "-m", "tests.api.access.reader_with_a_key"]
        with subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as reader:
            assert reader.stdout.readline() == "ready\n"
            with somebody_writing(environment):
                reader.stdin.write("ask\n")
                reader.stdin.flush()
                status, seconds = reader.stdout.readline().split()
        assert status == "200"
        assert float(seconds) < 8
