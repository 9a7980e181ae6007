from contextlib import contextmanager

import pytest

from tests import running_server

pytestmark = pytest.mark.postgresql

SPEAKERS = "/api/v1/speakers/?q=Late"


@contextmanager
def standing_still(replica):
    """The replica goes on answering, and takes in nothing new."""
    replica.ask("SELECT pg_wal_replay_pause()")
    try:
        yield
    finally:
        replica.ask("SELECT pg_wal_replay_resume()")


def names(answer):
    return [it["name"] for it in answer.json()["results"]]


def curators(server, path, **headers):
    """As the browser asks of whoever has just written."""
    return server.ask(path, Cookie=f"sessionid={server.cookies['sessionid']}", **headers)


def test_rows_and_tag_are_of_one_edition(pair, server):
    _, replica = pair
    old = server.ask(SPEAKERS)
    with standing_still(replica):
        assert server.add_speaker("Late Comer").status == 302
        behind = server.ask(SPEAKERS)
        assert (names(behind), behind.headers["ETag"]) == ([], old.headers["ETag"])
        assert server.ask(SPEAKERS, If_None_Match=old.headers["ETag"]).status == 304
        new = curators(server, SPEAKERS)
        assert names(new) == ["Late Comer"]
        assert new.headers["ETag"] != old.headers["ETag"]
        assert server.ask(SPEAKERS, If_None_Match=new.headers["ETag"]).status == 200
    running_server.wait_for(lambda: names(server.ask(SPEAKERS)) == ["Late Comer"], 10)
    assert server.ask(SPEAKERS, If_None_Match=new.headers["ETag"]).status == 304
