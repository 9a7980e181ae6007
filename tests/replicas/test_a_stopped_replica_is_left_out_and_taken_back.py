import re

import pytest

from tests import running_server

pytestmark = pytest.mark.postgresql

QUOTE = "/api/v1/quotes/1/"


def asked_of(server, database):
    """How many requests were answered from a database."""
    told = server.ask("/metrics", Authorization="Bearer of the test").body.decode()
    counted = re.findall(
        rf'^quotesdb_request_seconds_count{{[^}}]*"{database}"[^}}]*}} (.*)$', told, re.M
    )
    return sum(map(float, counted))


def test_it_answers_while_it_runs(server):
    before = asked_of(server, "replica-1"), asked_of(server, "primary")
    assert {server.ask(QUOTE).status for _ in range(10)} == {200}
    assert asked_of(server, "replica-1") == before[0] + 10
    assert asked_of(server, "primary") == before[1]


def test_the_primary_answers_for_it_and_it_comes_back(pair, server):
    _, replica = pair
    replica.crash()
    assert {server.ask(QUOTE).status for _ in range(30)} == {200}
    assert server.ask("/readyz").status == 200
    before = asked_of(server, "replica-1")
    assert {server.ask(QUOTE).status for _ in range(10)} == {200}
    assert asked_of(server, "replica-1") == before
    replica.start()
    running_server.wait_for(lambda: taken_back(server), 10)


def taken_back(server):
    before = asked_of(server, "replica-1")
    answered = {server.ask(QUOTE).status for _ in range(10)}
    return answered == {200} and asked_of(server, "replica-1") == before + 10


def test_without_either_an_answer_says_so(pair, server):
    for database in pair:
        database.crash()
    running_server.wait_for(lambda: server.ask(QUOTE).status == 503, 10)
    assert server.ask(QUOTE).json()["code"] == "database_away"
    told = server.ask("/readyz")
    assert told.status == 503
    assert set(told.json()["databases"].values()) == {"does not answer"}
    assert server.ask("/healthz").status == 200
