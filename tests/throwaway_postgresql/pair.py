"""A primary and a streaming replica on loopback, each of which can be stopped and started again."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.throwaway_postgresql.__main__ import reachable_folder
from tests.throwaway_postgresql.account import Account, server_account
from tests.throwaway_postgresql.binaries import WAYS, find_binaries
from tests.throwaway_postgresql.cluster import last_line, make_cluster, start

SECONDS_TO_ANSWER = 30


@dataclass
class Server:
    """A cluster at a port of its own, which keeps what it has confirmed also through a crash."""

    account: Account
    binaries: Path
    home: Path
    port: int
    process: subprocess.Popen | None = None

    @property
    def address(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        self.process = start(
            self.account,
            self.binaries,
            self.home,
            listen_addresses="127.0.0.1",
            port=self.port,
            synchronous_commit="on",
        )
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while time.monotonic() < deadline:
            with contextlib.suppress(psycopg.OperationalError):
                psycopg.connect(self.address).close()
                return
            time.sleep(0.05)
        raise ChildProcessError(f"No answer: {last_line((self.home / 'log').read_text())}")

    def crash(self) -> None:
        """End at once, as if the machine had lost its power, whatever is under way."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(SECONDS_TO_ANSWER)

    def ask(self, statement: str) -> list[tuple]:
        with psycopg.connect(self.address, autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []


@contextlib.contextmanager
def primary_and_replica() -> Iterator[tuple[Server, Server]]:
    account = server_account()
    home = Path(tempfile.mkdtemp(prefix="quotesdb-pair-", dir=reachable_folder(account)))
    os.chown(home, account.user, account.group)
    servers = []
    try:
        binaries = find_binaries(account, home, list(WAYS))
        for name in ("primary", "replica"):
            folder = home / name
            folder.mkdir()
            os.chown(folder, account.user, account.group)
            servers.append(Server(account, binaries, folder, free_port()))
        primary, replica = servers
        make_cluster(account, binaries, primary.home)
        primary.start()
        copy(primary, replica)
        replica.start()
        yield primary, replica
    finally:
        for server in servers:
            server.crash()
        shutil.rmtree(home, ignore_errors=True)


def copy(primary: Server, replica: Server) -> None:
    """A base backup, with what makes a cluster follow the one that it was made of."""
    made = replica.account.run(
        *(replica.binaries / "pg_basebackup", "--dbname", primary.address, "--write-recovery-conf"),
        *("--checkpoint", "fast", "--no-sync", "--pgdata", replica.home / "data"),
        cwd=replica.home,
    )
    if made.returncode:
        raise ChildProcessError(f"pg_basebackup failed: {last_line(made.stderr)}")
    (replica.home / "socket").mkdir(mode=0o700)
    os.chown(replica.home / "socket", replica.account.user, replica.account.group)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
