"""A server of two processes, asked for its numbers: whichever answers tells those of both."""

import re

from tests import running_server
from tests.processes import own_database

TOKEN = "of the test"
TIMES = 60


def numbers(server):
    told = server.ask("/metrics", Authorization=f"Bearer {TOKEN}").body.decode()
    pairs = re.findall(r"^([a-z_]+(?:\{.*?\})?) ([0-9.e+]+)$", told, re.M)
    return {name: float(value) for name, value in pairs}


def of_lists(told):
    labels = 'database="primary",method="GET",route="quotes-list",status="200"'
    return told.get(f"quotesdb_request_seconds_count{{{labels}}}", 0)


def test_nothing_is_lost_between_them(tmp_path):
    with own_database(tmp_path) as environment:
        own = {**environment, "METRICS_TOKEN": TOKEN}
        own.pop("PROMETHEUS_MULTIPROC_DIR", None)
        running_server.manage(own, "migrate", "--verbosity", "0")
        with running_server.running(own, tmp_path / "log") as server:
            for _ in range(TIMES):
                assert server.ask("/api/v1/quotes/").status == 200
            assert {of_lists(numbers(server)) for _ in range(6)} == {TIMES}
            assert_each_counts(server, tmp_path / "metrics")


def assert_each_counts(server, folder):
    assert len(list(folder.glob("histogram_*.db"))) == 2
    body = b'{"text": "Nobody ever said these very words of ours."}'
    server.ask("/api/v1/lookup/", body, Content_Type="application/json")
    server.ask("/api/v1/quotes/?q=words")
    told = numbers(server)
    assert told['quotesdb_lookup_quotations_total{verdict="not_found"}'] == 1
    [searches] = [told[it] for it in told if it.startswith("quotesdb_search_seconds_count")]
    assert searches >= 1
    labels = 'database="primary",method="POST",route="lookup",status="200"'
    assert told[f"quotesdb_request_seconds_count{{{labels}}}"] == 1
