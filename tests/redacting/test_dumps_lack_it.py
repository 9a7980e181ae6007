"""A dump that is taken afterwards; and which older ones still have it is told."""

import gzip
from io import StringIO

import pytest
from django.core.management import call_command

from quotesdb.dumps.restoring import checked, restore
from quotesdb.dumps.taking import take
from quotesdb.models import Article, Quote, Redaction
from tests.dumps.elsewhere import run
from tests.factory import make_quote
from tests.redacting.scene import SECRET, forget, scene

pytestmark = pytest.mark.django_db


def all_in(dump):
    return b"".join(gzip.decompress(file.read_bytes()) for file in dump.glob("*.gz"))


def test_a_fresh_one_has_the_bare_names(tmp_path):
    quote = scene()
    before, _ = take(tmp_path, private=True)
    assert SECRET.encode() in all_in(before)
    forget(quote)
    after, _ = take(tmp_path, private=True)
    assert SECRET.encode() not in all_in(after)
    assert b"ready to talk" not in all_in(after)
    redactions = gzip.decompress((after / "redactions.ndjson.gz").read_bytes())
    assert redactions.count(b"\n") == 4
    assert b'"kind":"quote","key":"ready"' in redactions


def test_what_was_redacted_elsewhere_does_not_come_in_here(tmp_path):
    forget(make_quote(key="ready"))
    dump, _ = take(tmp_path)
    Redaction.objects.all().delete()
    restore(dump, checked(dump))
    assert Redaction.objects.get().key == "ready"
    restore(dump, checked(dump))
    assert Redaction.objects.count() == 1


def test_the_command_says_what_goes_and_which_dumps_still_have_it(tmp_path):
    scene()
    dump, _ = take(tmp_path)
    said, failed = run("redact", "quote", "ready", "--dumps", tmp_path)
    assert not failed
    assert said.splitlines() == [
        "Goes: appearance outer",
        "Goes: appearance copy",
        "Goes: appearance inner",
        "Goes: quote ready",
        "The same words stay in: quote inside",
        f"{dump}: this dump still has it. Delete it, and take another.",
        "Nothing was redacted: --yes --because WORD does it.",
    ]
    assert Quote.objects.filter(key="ready").exists()


def test_the_command_does_it(tmp_path):
    scene()
    made = ["redact", "quote", "ready", "--yes", "--because", "law", "--leave-freed"]
    assert "4 records were redacted." in run(*made)[0]
    assert not Quote.objects.filter(key="ready").exists()
    later, _ = take(tmp_path)
    assert "this dump" not in run("redact", "quote", "inside", "--dumps", tmp_path / "none")[0]
    assert later.exists()


def test_the_command_needs_a_reason_and_a_record():
    scene()
    assert "--because is missing" in run("redact", "quote", "ready", "--yes")[1]
    assert run("redact", "quote", "nobody")[1] == (
        'There is no quote "nobody". Nothing was redacted.'
    )
    assert (
        "names it as its article relied on"
        in run("redact", "article", "first", "--yes", "--because", "law", "--leave-freed")[1]
    )
    assert Article.objects.filter(key="first").exists()


def test_an_import_of_an_older_file_is_refused_by_its_sentence(tmp_path):
    quote = make_quote(key="ready")
    file = tmp_path / "records.ndjson"
    call_command("export_records", "--out", str(file), stdout=StringIO(), verbosity=0)
    forget(quote)
    _, failed = run("import_records", file)
    assert 'The record with the key "ready" was redacted' in failed
    assert not Quote.objects.exists()
