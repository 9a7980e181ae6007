"""Run a command with DATABASE_URL naming a PostgreSQL that ends with it."""

import argparse
import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.throwaway_postgresql.account import Account, server_account
from tests.throwaway_postgresql.binaries import WAYS, find_binaries
from tests.throwaway_postgresql.cluster import running_cluster, told_when_we_die

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
SECONDS_TO_END = 5


def main() -> int:
    options = parse(sys.argv[1:])
    for number in ENDINGS:
        signal.signal(number, leave)
    try:
        with database(options.ways) as address:
            return run(options.command, address)
    except (LookupError, ChildProcessError, FileNotFoundError) as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.throwaway_postgresql")
    parser.add_argument(
        "--from",
        dest="ways",
        action="append",
        choices=list(WAYS),
        help="where PostgreSQL may come from; repeat for several; all by default",
    )
    parser.add_argument("command", nargs="+", metavar="-- COMMAND")
    options = parser.parse_args(arguments)
    options.ways = options.ways or list(WAYS)
    return options


def leave(number, frame):
    """End as Python ends, through every `finally`; a second signal does not cut that short."""
    for ending in ENDINGS:
        signal.signal(ending, signal.SIG_IGN)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)


@contextlib.contextmanager
def database(ways: list[str]) -> Iterator[str]:
    """The address given in TEST_DATABASE_URL, else of a cluster made for this run."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    forget_other_servers()
    account = server_account()
    home = Path(tempfile.mkdtemp(prefix="quotesdb-postgresql-", dir=reachable_folder(account)))
    os.chown(home, account.user, account.group)
    try:
        with running_cluster(account, find_binaries(account, home, ways), home) as address:
            yield address
    finally:
        shutil.rmtree(home, ignore_errors=True)


def forget_other_servers() -> None:
    """What libpq reads from the environment means some other PostgreSQL than ours."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]


def reachable_folder(account: Account) -> str:
    """For temporary files; root's own may lie where no other account may go."""
    usual = tempfile.gettempdir()
    return usual if account.run("test", "-x", usual).returncode == 0 else "/var/tmp"


def run(command: list[str], address: str) -> int:
    process = subprocess.Popen(
        command, env=environment(address), preexec_fn=told_when_we_die(signal.SIGTERM)
    )
    try:
        return process.wait()
    except KeyboardInterrupt:
        wait_a_little(process)  # Ctrl-C reached the command too
        raise
    finally:
        end(process)


def environment(address: str) -> dict[str, str]:
    """Ours, with a secret key, without which settings refuse a DATABASE_URL."""
    secret = os.environ.get("SECRET_KEY") or secrets.token_urlsafe(50)
    return {**os.environ, "SECRET_KEY": secret, "DATABASE_URL": address}


def end(process: subprocess.Popen) -> None:
    for push in (process.terminate, process.kill):
        if process.poll() is None:
            push()
            wait_a_little(process)


def wait_a_little(process: subprocess.Popen) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(SECONDS_TO_END)


if __name__ == "__main__":
    sys.exit(main())
