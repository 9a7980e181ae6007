import re
import threading

import pytest

from tests import running_server

pytestmark = pytest.mark.postgresql

JSON = "application/json"
QUOTE = "/api/v1/quotes/1/"
READ = (QUOTE, "/api/v1/quotes/", "/api/v1/quotes/?q=negotiate", "/api/v1/speakers/")


class Doing(threading.Thread):
    """Something done again and again beside the test."""

    def __init__(self, what):
        super().__init__(daemon=True)
        self.what, self.ended, self.seen = what, threading.Event(), []

    def run(self):
        while not self.ended.is_set():
            self.seen.append(self.what(len(self.seen)))

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *raised):
        self.ended.set()
        self.join(60)


def reading(server):
    return Doing(lambda number: server.ask(READ[number % len(READ)]).status)


def writing(server):
    def write(number):
        name = f"Speaker {number}"
        return name, server.add_speaker(name).status

    return Doing(write)


def look_up(server):
    body = b'{"text": "If they want to negotiate, let them negotiate."}'
    return server.ask("/api/v1/lookup/", body, Content_Type=JSON).status


def names_held(primary):
    return {name for (name,) in primary.ask("SELECT name FROM quotesdb_speaker")}


def test_what_was_confirmed_is_there_and_nobody_who_reads_notices(pair, server):
    primary, _ = pair
    with reading(server) as reads, writing(server) as writes:
        running_server.wait_for(lambda: len(writes.seen) > 10, 20)
        primary.crash()
        running_server.wait_for(lambda: [it for it in writes.seen if it[1] == 503], 20)
        assert look_up(server) == 200
        before = len(reads.seen)
        running_server.wait_for(lambda: len(reads.seen) > before + 20, 20)
        primary.start()
        running_server.wait_for(lambda: writes.seen[-1][1] == 302, 10)
    assert set(reads.seen) == {200}
    assert {status for _, status in writes.seen} == {302, 503}
    confirmed = {name for name, status in writes.seen if status == 302}
    assert confirmed <= names_held(primary)


def test_whoever_writes_is_told_so_and_when_to_come_back(pair, server):
    primary, _ = pair
    primary.crash()
    running_server.wait_for(lambda: server.add_speaker("Nobody").status == 503, 20)
    page = server.add_speaker("Nobody")
    assert b"The database does not answer" in page.body
    answer = server.ask(
        "/api/v1/speakers/", b"{}", Authorization="Bearer qdb_nobody", Content_Type=JSON
    )
    assert answer.status == 503
    assert answer.headers["Retry-After"] == "5"
    assert answer.json()["code"] == "database_away"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "127.0.0.1" not in answer.body.decode()


def test_a_process_that_begins_meanwhile_can_be_read_from(pair, environment, server, tmp_path):
    primary, _ = pair
    primary.crash()
    with running_server.running(environment, tmp_path / "log") as other:
        assert {other.ask(path).status for path in READ} == {200}
        assert look_up(other) == 200
        told = other.ask("/readyz")
        assert told.status == 200
        assert told.json()["databases"] == {"primary": "does not answer", "replica-1": "ok"}


def test_it_is_told_in_the_log_once_by_each_process(pair, server):
    primary, _ = pair
    before = len(re.findall("primary does not answer", server.logged()))
    primary.crash()
    running_server.wait_for(lambda: server.add_speaker("Nobody").status == 503, 20)
    for _ in range(20):
        server.add_speaker("Nobody")
    told = len(re.findall("primary does not answer", server.logged())) - before
    assert 1 <= told <= 2
