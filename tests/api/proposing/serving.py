"""Servers of the project as processes of their own, and a program that asks them."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from django.conf import settings

from tests.processes import ended, manage, own_database


@contextmanager
def migrated(folder):
    """The environment of servers that have a database of their own."""
    with own_database(folder) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        ended([manage(environment, "migrate", "--verbosity=0")])
        yield environment


@contextmanager
def server(environment, *options):
    """Its address and a key to it."""
    command = [sys.executable, "-m", "tests.api.proposing.server", *options]
    with subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process.stdout.readline().split()
        finally:
            if process.poll() is None:
                os.kill(process.pid, signal.SIGKILL)


def post(served, body, key):
    """Status, headers and body, whatever the status is."""
    address, secret = served
    headers = {
        "Authorization": f"Bearer {secret}",
        "Content-Type": "application/json",
        "Idempotency-Key": f'"{key}"',
    }
    request = Request(f"{address}submissions/", json.dumps(body).encode(), headers)
    try:
        with urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        with error:
            return error.code, error.headers, error.read()
