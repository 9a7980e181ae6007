"""Whatever is sent at once with one key is done once, by several processes with several threads."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from tests.api.proposing.caller import ARTICLE
from tests.api.proposing.serving import migrated, post, server
from tests.extraction.local_web import serving, text

BODY = {"text": ARTICLE, "language": "en"}


def test_one_is_answered_and_the_others_are_told_the_same_or_to_wait(tmp_path):
    with migrated(tmp_path) as environment, server(environment) as one, server(environment) as two:
        with ThreadPoolExecutor(12) as threads:
            asked = [threads.submit(post, (one, two)[at % 2], BODY, "k") for at in range(12)]
            answers = [it.result() for it in asked]
        statuses = [status for status, _, _ in answers]
        assert set(statuses) <= {201, 409}
        assert len({body for status, _, body in answers if status == 201}) == 1
        assert all(headers["Retry-After"] == "1" for status, headers, _ in answers if status == 409)
        first = [headers["Idempotent-Replayed"] for status, headers, _ in answers if status == 201]
        assert first.count(None) == 1
        status, _, body = post(two, BODY, "other")
        assert (status, json.loads(body)["outcome"]) == (200, "unchanged")


def test_while_the_first_is_fetched_the_second_is_told_to_wait_and_others_write(tmp_path):
    asked, go_on = Event(), Event()

    def slowly(handler):
        asked.set()
        go_on.wait(30)
        text(handler, ARTICLE.encode())

    with serving(slowly) as (address, _), migrated(tmp_path) as environment:
        port = address.rpartition(":")[2]
        with (
            server(environment, "--outside", port) as served,
            ThreadPoolExecutor(1) as threads,
        ):
            body = {"url": f"{address}/winter"}
            first = threads.submit(post, served, body, "k")
            assert asked.wait(30)
            status, headers, said = post(served, body, "k")
            assert (status, headers["Retry-After"]) == (409, "1")
            assert json.loads(said)["code"] == "under_way"
            assert post(served, {"text": "Nobody speaks here."}, "other")[0] == 201
            go_on.set()
            status, _, told = first.result()
            assert status == 201
            assert post(served, body, "k")[2] == told
