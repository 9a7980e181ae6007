"""Dumped, restored into an empty database and proved, whatever the records are."""

import pytest
from django.utils import timezone

from quotesdb import editions
from quotesdb.dumps.restoring import NotProved, checked, prove, restore
from quotesdb.dumps.taking import take
from quotesdb.lines.exporting import exported, size
from quotesdb.models import ArticleText, Change, Quote
from quotesdb.verifying import CHECKS, verify
from tests.dumps.elsewhere import dump_of, many_held, run
from tests.factory import make_appearance, make_quote

pytestmark = pytest.mark.django_db


def lines(*, private):
    return list(exported(timezone.now(), private=private, counts=size()))[1:]


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("number", range(8))
def test_the_same_bytes(tmp_path, number, private):
    place = dump_of(tmp_path, number, private=private)
    said, failed = run("restore", place)
    assert not failed
    assert "come out again, byte by byte" in said
    again, _ = take(tmp_path / "again", private=private)
    for file in checked(place).files:
        assert (again / file.name).read_bytes() == (place / file.name).read_bytes()
    assert list(verify(CHECKS)) == []


def test_texts_are_in_private_dumps_alone(tmp_path):
    place = dump_of(tmp_path / "public")
    assert not (place / "texts.ndjson.gz").exists()
    private = dump_of(tmp_path / "private", private=True)
    assert (private / "texts.ndjson.gz").exists()
    assert private.stat().st_mode & 0o077 == 0
    run("restore", private)
    assert ArticleText.objects.exists()


def test_it_says_of_which_edition_it_is(tmp_path):
    make_quote()
    _, manifest = take(tmp_path)
    assert manifest.edition == editions.present()
    assert manifest.migration[:4].isdigit()
    assert manifest.changes_after == str(Change.objects.latest("pk").pk)


def test_what_comes_out_otherwise_is_told(tmp_path):
    make_appearance(make_quote(key="ready"))
    place, manifest = take(tmp_path)
    prove(place, manifest)
    Quote.objects.update(occasion="a speech")
    with pytest.raises(NotProved, match="quotes.ndjson.gz:1: brought in, this line comes out"):
        prove(place, manifest)
    Quote.objects.all().update(occasion="")
    make_quote(key="another")
    with pytest.raises(NotProved, match="more than the dump does"):
        prove(place, manifest)


def test_what_is_not_proved_is_not_kept(tmp_path):
    place = dump_of(tmp_path)
    manifest = checked(place)
    short = dump_of(tmp_path / "other", 5)
    (place / "corrections.ndjson.gz").write_bytes((short / "quotes.ndjson.gz").read_bytes())
    with pytest.raises(NotProved):
        restore(place, manifest)
    assert many_held() == 0


def test_beside_what_is_held(tmp_path):
    place = dump_of(tmp_path)
    make_quote(key="mine")
    said, failed = run("restore", place)
    assert "The database is not empty: it has 1 records." in failed
    assert failed.endswith("Nothing was written.")
    assert many_held() == 1
    assert not run("restore", place, "--add")[1]
    assert Quote.objects.filter(key="mine").exists()
    assert many_held() > 1
    said, _ = run("restore", place, "--add")
    assert {line.split()[1] for line in said.splitlines()} == {"unchanged"}
