import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from tests.throwaway_postgresql import binaries

LANDED = "import os; print(os.environ['DATABASE_URL'], flush=True); import time; time.sleep(60)"


def throwaway(*command, given=""):
    """A throwaway PostgreSQL with `command`; or the database `given`."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.throwaway_postgresql", "--", *command],
        env={**os.environ, "TEST_DATABASE_URL": given},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def is_at_hand():
    """Without installing one."""
    held = any(binaries.major_version(folder) >= binaries.OLDEST for folder in binaries.installed())
    return held or binaries.wheel_is_held()


@pytest.fixture
def running():
    """A throwaway PostgreSQL, and its address, with a command that would take a minute."""
    if not is_at_hand():
        pytest.skip("no PostgreSQL is installed")
    with throwaway(sys.executable, "-c", LANDED) as process:
        yield process, process.stdout.readline().strip()
        process.terminate()


def answers(address):
    try:
        psycopg.connect(address).close()
    except psycopg.OperationalError:
        return False
    return True


def folder(address):
    return Path(address.split("host=")[1])


def removed(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def within_seconds(claim):
    """Whether it comes true: the system takes its time to pass the word."""
    return any(claim() or time.sleep(0.2) for _ in range(50))


def test_it_answers_while_the_command_runs(running):
    _, address = running
    assert answers(address)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_leaves_nothing(running, number):
    process, address = running
    process.send_signal(number)
    assert process.wait(timeout=30) == 128 + number
    assert not folder(address).parent.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="Linux passes the word on")
def test_killing_its_parent_ends_it(running):
    process, address = running
    process.kill()
    assert within_seconds(lambda: not answers(address))
    assert within_seconds(lambda: removed(folder(address).parent))


def test_the_exit_code_of_the_command_is_passed_on():
    with throwaway(sys.executable, "-c", "raise SystemExit(7)", given="any") as process:
        assert process.wait() == 7


def test_a_database_that_was_given_is_used_and_none_started():
    show = "import os; print(os.environ['DATABASE_URL'])"
    with throwaway(sys.executable, "-c", show, given="postgresql://db/given") as process:
        assert process.stdout.read().strip() == "postgresql://db/given"


def test_a_command_that_does_not_exist_is_named():
    with throwaway("no-such-command", given="any") as process:
        assert "no-such-command" in process.stderr.read()
    assert process.returncode == 1
