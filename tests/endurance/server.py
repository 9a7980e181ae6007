"""The server as `make run` starts it, killed without warning and started again."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from random import Random

from django.conf import settings

from quotesdb.management.port import HOST
from quotesdb.management.server import granian

SECONDS_TO_START = 60


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return taken.getsockname()[1]


class MortalServer:
    """Its workers are in one group of processes, so that all of them die at one moment."""

    def __init__(self, port: int):
        self.port = port
        self.kills = 0
        self.process: subprocess.Popen

    def start(self) -> None:
        self.process = subprocess.Popen(
            granian(self.port),
            cwd=settings.BASE_DIR,
            env={**os.environ, "LIMIT_WRITING": "none"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait()

    def kill(self) -> None:
        """At once, whatever it is doing."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.kills += 1

    def end(self) -> None:
        """As it ends by Ctrl-C."""
        self.process.terminate()
        self.process.wait()

    def _wait(self) -> None:
        until = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"http://{HOST}:{self.port}/api/v1/", timeout=5).close()
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
            else:
                return
        raise TimeoutError("The server does not answer.")


def killed_until(
    server: MortalServer, until: float, chance: Random, apart: tuple[float, float], say: Callable
) -> None:
    """Kill and start it again and again, so many seconds apart, to a moment of `monotonic`."""
    while (left := until - time.monotonic()) > 0:
        time.sleep(min(chance.uniform(*apart), left))
        if time.monotonic() < until:
            server.kill()
            server.start()
            say()
