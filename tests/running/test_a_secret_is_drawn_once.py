"""Of processes that start together for the first time, one draws the key, and all have it."""

import stat
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from quotesdb.local_secret import local_secret

TOGETHER = 8
OFTEN = 50


def drawn_together(path):
    """The secrets that several are given who ask for it at one moment."""
    ready = Barrier(TOGETHER)

    def ask(_):
        ready.wait()
        return local_secret(path)

    with ThreadPoolExecutor(TOGETHER) as pool:
        return list(pool.map(ask, range(TOGETHER)))


def test_all_are_given_the_same_whole_secret(tmp_path):
    for turn in range(OFTEN):
        path = tmp_path / str(turn) / "secret-key"
        given = drawn_together(path)
        assert set(given) == {path.read_text()}
        assert len(given[0]) >= 50


def test_nobody_else_can_read_it(tmp_path):
    path = tmp_path / "secret-key"
    local_secret(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [it.name for it in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("left", ["secret-key", "secret-key.unfinished"])
def test_one_who_was_killed_while_drawing_leaves_nothing_half_drawn(tmp_path, left):
    (tmp_path / left).write_text("")
    assert len(local_secret(tmp_path / "secret-key")) >= 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_it_stays_as_it_was_drawn(tmp_path):
    assert local_secret(tmp_path / "secret-key") == local_secret(tmp_path / "secret-key")
