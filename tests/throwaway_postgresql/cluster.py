"""One cluster in a folder of its own: nothing to reach from outside, nothing kept safe on disk."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg

from tests.throwaway_postgresql.account import Account

SECONDS_TO_START = 60
SECONDS_TO_STOP = 10
PR_SET_PDEATHSIG = 1


@contextlib.contextmanager
def running_cluster(account: Account, binaries: Path, home: Path) -> Iterator[str]:
    """The address of a server that runs until the block ends, however it ends."""
    make_cluster(account, binaries, home)
    server = start(account, binaries, home)
    try:
        wait_until_ready(server, home)
        yield f"postgresql://postgres@/postgres?host={home / 'socket'}"
    finally:
        stop(server)


def make_cluster(account: Account, binaries: Path, home: Path) -> None:
    for folder in (home / "data", home / "socket"):
        folder.mkdir(mode=0o700)
        os.chown(folder, account.user, account.group)
    made = account.run(
        *(binaries / "initdb", "--pgdata", home / "data", "--username=postgres", "--auth=trust"),
        *("--no-sync", "--encoding=UTF8", *locale_options()),
        cwd=home / "data",
    )
    if made.returncode:
        raise ChildProcessError(f"initdb failed: {last_line(made.stderr)}")


def locale_options() -> list[str]:
    """Letters of every alphabet, sorted by code point; macOS lacks C.UTF-8."""
    if sys.platform == "darwin":
        return ["--lc-collate=C", "--lc-ctype=en_US.UTF-8"]
    return ["--locale=C.UTF-8"]


def start(account: Account, binaries: Path, home: Path, **settings: str | int) -> subprocess.Popen:
    """Its own session, so that Ctrl-C ends the command first and the server after it."""
    with (home / "log").open("w") as log:
        return subprocess.Popen(
            [binaries / "postgres", *server_options(home, settings)],
            cwd=home / "data",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=told_when_we_die(signal.SIGQUIT),
            **account.identity(),
        )


def server_options(home: Path, others: dict[str, str | int]) -> list[str]:
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(home / "socket"),
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        **others,
    }
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return ["-D", str(home / "data"), *options]


def told_when_we_die(number: signal.Signals) -> Callable[[], None]:
    """For a child about to start: Linux sends it `number`, should we be killed without a chance."""

    def ask() -> None:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)

    return ask


def wait_until_ready(server: subprocess.Popen, home: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(host=str(home / "socket"), user="postgres", dbname="postgres").close()
            return
        time.sleep(0.1)
    raise ChildProcessError(f"PostgreSQL did not start: {last_line((home / 'log').read_text())}")


def stop(server: subprocess.Popen) -> None:
    """PostgreSQL's fast shutdown, then its immediate one, then the system's."""
    for way in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        server.send_signal(way)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(SECONDS_TO_STOP)
            return


def last_line(output: str) -> str:
    return (output.strip().splitlines() or ["it said nothing"])[-1]
