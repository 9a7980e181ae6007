"""Whenever the server is killed, what was done and what is answered about it stay one."""

import json

import pytest

from tests.api.proposing.caller import ARTICLE
from tests.api.proposing.serving import migrated, post, server

BODY = {"text": ARTICLE, "language": "en"}


def test_killed_after_the_commit_it_tells_later_what_was_done(tmp_path):
    with migrated(tmp_path) as environment:
        with server(environment, "--dies", "answering") as dying, pytest.raises(OSError):
            post(dying, BODY, "k")
        with server(environment) as served:
            status, headers, body = post(served, BODY, "k")
            assert (status, headers["Idempotent-Replayed"]) == (201, "true")
            assert json.loads(body)["outcome"] == "new"
            assert post(served, BODY, "other")[0] == 200


def test_killed_before_the_answer_is_kept_it_has_done_nothing(tmp_path):
    with migrated(tmp_path) as environment:
        with server(environment, "--dies", "keeping") as dying, pytest.raises(OSError):
            post(dying, BODY, "k")
        with server(environment) as served:
            status, headers, body = post(served, BODY, "k")
            assert (status, headers["Idempotent-Replayed"]) == (201, None)
            assert json.loads(body)["outcome"] == "new"
