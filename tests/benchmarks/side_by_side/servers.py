"""Servers that are started for measuring, and end with it."""

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.side_by_side.databases import ROOT, Database
from tests.benchmarks.side_by_side.peers import Peer

HOST = "127.0.0.1"
SECONDS_TO_START = 60
SECONDS_TO_END = 10


class NotStarted(Exception):
    """A server did not come up."""


@dataclass(frozen=True, slots=True)
class Server:
    peer: Peer
    process: subprocess.Popen
    port: int

    @property
    def origin(self) -> str:
        return f"http://{HOST}:{self.port}"


@contextlib.contextmanager
def running(peers: list[Peer], database: Database, work: Path) -> Iterator[list[Server]]:
    """All of them at once, each on a free port.

    Raises NotStarted where one does not answer.
    """
    servers = []
    try:
        for peer in peers:
            servers.append(_started(peer, database, work))
        for server in servers:
            _wait_for(server, work)
        yield servers
    finally:
        for server in servers:
            _end(server.process)


def _started(peer: Peer, database: Database, work: Path) -> Server:
    port = _free_port()
    with _log(peer, work).open("wb") as log:
        process = subprocess.Popen(
            peer.command(database, port, work),
            cwd=ROOT,
            env=peer.environment(database),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    return Server(peer, process, port)


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as listening:
        return listening.getsockname()[1]


def _log(peer: Peer, work: Path) -> Path:
    return work / f"{peer.name}.log"


def _wait_for(server: Server, work: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.process.poll() is None:
        with contextlib.suppress(OSError):
            status(f"{server.origin}/nothing-here")
            return
        time.sleep(0.1)
    raise NotStarted(f"{server.peer.name} does not answer: see {_log(server.peer, work)}")


def status(address: str, headers: Mapping[str, str] | None = None) -> int:
    """What a server answers to an address; an error is an answer as well."""
    request = urllib.request.Request(address, headers=dict(headers or {}))
    try:
        with urllib.request.urlopen(request, timeout=SECONDS_TO_START) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def _end(process: subprocess.Popen) -> None:
    """It and all that it started: they are a session of their own."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(SECONDS_TO_END)
