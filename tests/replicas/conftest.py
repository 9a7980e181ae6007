"""A primary, its replica, and a server that knows both: made once, for each test as new."""

import os
import secrets
import time

import pytest

from quotesdb.replicas.health import TRIED_EVERY
from tests import running_server
from tests.throwaway_postgresql.pair import primary_and_replica

PASSWORD = "only for this test"
MADE = f"""
from django.core.management import call_command
call_command("migrate", verbosity=0)
from quotesdb.models import Curator
from tests.factory import make_quote
Curator.objects.create_superuser("ada", password={PASSWORD!r})
make_quote()
"""


@pytest.fixture(scope="session")
def pair():
    with primary_and_replica() as servers:
        yield servers


@pytest.fixture(scope="session")
def environment(pair, tmp_path_factory):
    primary, replica = pair
    own = {
        **os.environ,
        "DATABASE_URL": primary.address,
        "DATABASE_REPLICA_URLS": replica.address,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "VAR_DIR": str(tmp_path_factory.mktemp("var")),
        "METRICS_TOKEN": "of the test",
    }
    own.pop("PROMETHEUS_MULTIPROC_DIR", None)
    running_server.manage(own, "shell", given=MADE)
    return own


@pytest.fixture(scope="session")
def server(environment, tmp_path_factory):
    log = tmp_path_factory.mktemp("log") / "log"
    with running_server.running(environment, log) as server:
        server.sign_in("ada", PASSWORD)
        yield server


@pytest.fixture(autouse=True)
def both_answer(request):
    """Whatever the test before has stopped."""
    if not request.node.get_closest_marker("postgresql"):
        return
    server = request.getfixturevalue("server")
    stopped = [it for it in request.getfixturevalue("pair") if it.process.poll() is not None]
    for database in stopped:
        database.start()
    if stopped:
        time.sleep(2 * TRIED_EVERY)  # Until each of the processes has found out.
    running_server.wait_for(lambda: all_well(server), 20)


def all_well(server):
    told = [server.ask("/readyz").json()["databases"] for _ in range(8)]
    return all(set(it.values()) == {"ok"} for it in told)
