"""Whatever a follower could be told wrongly."""

import pytest

from quotesdb import curation
from tests.factory import make_quote
from tests.verifying.sound import broken, found

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote():
    gone = make_quote(key="gone")
    curation.discard([gone], by=None)
    quote = make_quote(key="ready")
    quote.occasion = "a speech"
    curation.keep_quote(quote, by=None)
    return quote


def test_what_is_right(quote):
    assert found("changes", "versions", "history") == {}


def test_another_version_than_was_told(quote):
    with broken("UPDATE quotesdb_change SET version = 7 WHERE key = 'ready'"):
        assert found("changes")["changes"] == [
            f"quote {quote.pk}: it was last told as changed, of version 7, and is of version 2"
        ]


def test_what_is_held_and_told_as_deleted(quote):
    last = f"(SELECT MAX(id) FROM quotesdb_change WHERE number = {quote.pk})"
    with broken(f"UPDATE quotesdb_change SET what = 'deleted' WHERE id = {last}"):
        assert found("changes")["changes"] == [
            f"quote {quote.pk}: it was last told as deleted, of version 2, and is of version 2"
        ]


def test_what_is_gone_and_not_told_as_such(quote):
    with broken("UPDATE quotesdb_change SET what = 'changed' WHERE key = 'gone'"):
        (told,) = found("changes")["changes"]
    assert told.endswith(": it is gone, and was last told as changed")


def test_acts_out_of_their_order(quote):
    last = f"(SELECT MAX(id) FROM quotesdb_change WHERE number = {quote.pk})"
    with broken(f"UPDATE quotesdb_change SET at = '2000-01-01 00:00:00' WHERE id = {last}"):
        assert any("it is told after a later act" in it for it in found("changes")["changes"])


def test_what_was_redacted_and_is_there(quote):
    told = (
        "INSERT INTO quotesdb_redaction (kind, key, number, at, because) VALUES "
        f"('quote', 'ready', {quote.pk}, '2024-01-01 00:00:00', 'law')"
    )
    with broken(told):
        assert found("redactions")["redactions"] == [
            "quote ready: it was redacted, and is there",
            "quote ready: it was redacted, and has a history",
        ]
