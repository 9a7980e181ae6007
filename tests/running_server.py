"""QuotesDB as it is served, in processes of its own, and a curator who writes over HTTP."""

import contextlib
import json
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings

from quotesdb.management.server import granian
from tests.throwaway_postgresql.pair import free_port

SECONDS_TO_START = 60
SECONDS_TO_ANSWER = 40
CSRF = "c" * 32


@dataclass
class Answer:
    status: int
    headers: Message
    body: bytes

    def json(self):
        return json.loads(self.body)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *given):
        return None


opener = urllib.request.build_opener(NoRedirect)


@dataclass
class Running:
    """A server of two processes. What it logs is in a file."""

    port: int
    log: Path
    process: subprocess.Popen
    cookies: dict = field(default_factory=dict)

    def ask(self, path, body=None, method=None, **headers) -> Answer:
        """`headers` with `_` for `-`. Whatever happens, an answer: 0 if there was none."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            body,
            {name.replace("_", "-"): value for name, value in headers.items()},
            method=method,
        )
        try:
            with opener.open(request, timeout=SECONDS_TO_ANSWER) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as answer:
            with answer:
                return Answer(answer.code, answer.headers, answer.read())

    def send_form(self, path, **typed) -> Answer:
        cookies = {**self.cookies, "csrftoken": CSRF}
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        body = urlencode({"csrfmiddlewaretoken": CSRF, **typed}).encode()
        answer = self.ask(path, body, Cookie=cookie)
        for set_cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = set_cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def sign_in(self, name, password):
        answer = self.send_form("/admin/login/", username=name, password=password, next="/admin/")
        assert answer.status == 302, answer

    def add_speaker(self, name) -> Answer:
        rows = {f"aliases-{it}_FORMS": "0" for it in ("TOTAL", "INITIAL")}
        return self.send_form(
            "/admin/quotesdb/speaker/add/", name=name, kind="person", why="made", **rows
        )

    def logged(self) -> str:
        return self.log.read_text()


@contextlib.contextmanager
def running(environment, log: Path) -> Iterator[Running]:
    port = free_port()
    with log.open("w") as stream:
        process = subprocess.Popen(
            granian(port), cwd=settings.BASE_DIR, env=environment, stdout=stream, stderr=stream
        )
    server = Running(port, log, process)
    try:
        wait_for(lambda: answers(server), SECONDS_TO_START)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(15)
        process.kill()


def answers(server) -> bool:
    assert server.process.poll() is None, server.logged()
    try:
        return server.ask("/healthz").status == 200
    except OSError:
        return False


def wait_for(claim, seconds):
    """Until it is true; fails where it is not after so many seconds."""
    deadline = time.monotonic() + seconds
    while not claim():
        assert time.monotonic() < deadline, f"{claim} is not true after {seconds} seconds"
        time.sleep(0.1)


def manage(environment, *command, given=None) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
