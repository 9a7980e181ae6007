"""Nothing is left of a dump that was not finished; older ones go only once a new one is there."""

import pytest

from quotesdb.dumps import files
from quotesdb.dumps.taking import held, take
from tests.dumps.elsewhere import run
from tests.factory import make_quote

pytestmark = pytest.mark.django_db


class Stopped(Exception):
    pass


def test_nothing_is_left_of_one_that_was_stopped(tmp_path):
    make_quote()

    def stop():
        raise Stopped

    with pytest.raises(Stopped):
        take(tmp_path, on_line=stop)
    assert list(tmp_path.iterdir()) == []


def test_older_ones_are_deleted(tmp_path):
    make_quote()
    (tmp_path / "notes").mkdir()
    (tmp_path / "a file").write_text("")
    first, _ = take(tmp_path)
    private, _ = take(tmp_path, private=True)
    second, _ = take(tmp_path)
    said, failed = run("dump", tmp_path, "--keep", 2)
    assert not failed
    assert f"{first}: deleted." in said
    assert [place for place, _ in held(tmp_path)][:2] == [private, second]
    assert len(list(tmp_path.iterdir())) == 5


def test_to_keep_none_is_refused(tmp_path):
    assert run("dump", tmp_path / "dumps", "--keep", 0)[1] == (
        "--keep must be 1 or more. Nothing was written."
    )
    assert not (tmp_path / "dumps").exists()


def test_where_nothing_can_be_written(tmp_path):
    (tmp_path / "taken").write_text("")
    assert "File exists" in run("dump", tmp_path / "taken")[1]


def test_the_same_data_make_the_same_files(tmp_path):
    make_quote()
    first, _ = take(tmp_path)
    second, _ = take(tmp_path)
    for name in files.FILES.values():
        if name != "texts.ndjson.gz":
            assert (first / name).read_bytes() == (second / name).read_bytes()
