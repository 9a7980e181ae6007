"""Two processes bring the same seeds into one empty database: both end well."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests.seeds.imported import rows

NAME = "quotesdb_two_imports"


@pytest.fixture
def environment(tmp_path):
    """Of a process with a database of its own."""
    if connection.vendor == "sqlite":
        yield {**os.environ, "DATABASE_URL": "", "VAR_DIR": str(tmp_path)}
        return
    address = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(address.geturl(), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME}")
        server.execute(f"CREATE DATABASE {NAME}")
        try:
            own = address._replace(path=f"/{NAME}").geturl()
            yield {**os.environ, "DATABASE_URL": own, "VAR_DIR": str(tmp_path)}
        finally:
            server.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def start(environment, *command):
    return subprocess.Popen(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(running):
    """What they say, once all of them have ended well."""
    told = [process.communicate(timeout=60) for process in running]
    assert {process.returncode for process in running} == {0}, told
    return [said for said, _ in told]


def test_one_brings_them_in_and_the_other_finds_them(environment):
    ended([start(environment, "migrate", "--verbosity=0")])
    said = ended([start(environment, "import_seeds") for _ in range(3)])
    told = sorted(rows(it)["quotes"] for it in said)
    assert told == [(0, 0, 15, 0), (0, 0, 15, 0), (15, 0, 0, 0)]
