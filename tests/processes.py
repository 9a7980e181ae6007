"""Programs of the project, run beside one another on a database of their own."""

import os
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection

NAME = "quotesdb_several_processes"


@contextmanager
def own_database(folder):
    """The environment of a process that has a database of its own, on this test's engine."""
    if connection.vendor == "sqlite":
        yield {**os.environ, "DATABASE_URL": "", "VAR_DIR": str(folder)}
        return
    address = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(address.geturl(), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME}")
        server.execute(f"CREATE DATABASE {NAME}")
        try:
            own = address._replace(path=f"/{NAME}").geturl()
            yield {**os.environ, "DATABASE_URL": own, "VAR_DIR": str(folder)}
        finally:
            server.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def start(environment, *command):
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def manage(environment, *command):
    return start(environment, "manage.py", *command)


def ended(running):
    """What they say, once all of them have ended well."""
    told = [process.communicate(timeout=120) for process in running]
    assert {process.returncode for process in running} == {0}, told
    return [said for said, _ in told]
