"""Each case breaks one thing past the writers, and that very thing is told."""

from unittest import mock

import pytest
from django.db import connection

from quotesdb import kept_answers
from tests.verifying.sound import broken, fill, found

QUOTE = "(SELECT id FROM quotesdb_quote WHERE key = 'ready')"
OUTER = "(SELECT id FROM quotesdb_appearance WHERE key = 'outer')"
COPY = "(SELECT id FROM quotesdb_appearance WHERE key = 'copy')"
GRACE = "(SELECT id FROM quotesdb_speaker WHERE slug = 'grace-hill')"
POST = "(SELECT id FROM quotesdb_speaker WHERE slug = 'the-harbour-post')"

CASES = {
    "dates": (
        "UPDATE quotesdb_quote SET sort_date = '2020-01-01' WHERE key = 'inside'",
        "quote inside: its sort date is 2020-01-01, and ought to be 2024-01-02",
    ),
    "shared-texts": (
        "UPDATE quotesdb_sharedtext SET share = 0.25",
        "quote ready: of the pairs of articles that share text, 1 wrong and 1 missing",
    ),
    "origins": (
        "UPDATE quotesdb_quote SET independent_origins = 7 WHERE key = 'ready'",
        "quote ready: printed 2 times, 7 origins declared, 1 inferred, and is "
        "printed 2 times, 1 origins declared, 1 inferred",
    ),
    "kept-answers": (
        f"DELETE FROM quotesdb_keptanswer WHERE quote_id = {QUOTE}",
        "quote ready: of its kept answers, some were out of date",
    ),
    "affected": (
        f"DELETE FROM quotesdb_affected WHERE appearance_id = {OUTER}",
        "quote ready: of the marks that corrections leave on its appearances, "
        "0 wrong and 1 missing",
    ),
    "outlets": (
        f"UPDATE quotesdb_printedby SET last_on = '2024-05-05' WHERE quote_id = {QUOTE} "
        "AND outlet_id IS NULL",
        "quote ready: of the outlets that print it, 1 wrong and 1 missing",
    ),
    "likeness": (
        f"UPDATE quotesdb_numberedwords SET signature = (SELECT signature FROM "
        f"quotesdb_numberedwords WHERE quote <> {QUOTE}) WHERE quote = {QUOTE}",
        "quote ready: the words by which it is found were not those that are printed",
    ),
    "likeness-lists": (
        "DELETE FROM quotesdb_postinglist WHERE place = "
        "(SELECT MIN(place) FROM quotesdb_postinglist)",
        "index of likeness: segment {segment}: of its lists, 1 are not those of the words of its "
        "quotes",
    ),
    "names": (
        f"UPDATE quotesdb_namekey SET place = place + 1 WHERE named_id = {GRACE} "
        f"AND id = (SELECT MIN(id) FROM quotesdb_namekey WHERE named_id = {GRACE})",
        "speaker grace-hill: of the keys to its names, 1 wrong and 1 missing",
    ),
    "gone-names": (
        "INSERT INTO quotesdb_wordkey (number, word) VALUES (1, 'nobody')",
        "names: 1 words stand in no name",
    ),
    "positions": (
        f"UPDATE quotesdb_hop SET position = 5 WHERE position = 1 AND appearance_id = {OUTER}",
        "appearance outer: hops are misnumbered: 2 of them, from 0 to 5",
    ),
    "aliases": (
        "UPDATE quotesdb_alias SET slug = 'other'",
        'speaker grace-hill: the alias "G. Hill" has another slug: "other"',
    ),
    "texts": (
        "UPDATE quotesdb_articletext SET sha256 = 'x' WHERE body LIKE '%second'",
        "text 1 of article second: it has another SHA-256 than is kept with it",
    ),
    "merges": (
        f"UPDATE quotesdb_speaker SET merged_into_id = CASE WHEN id = {GRACE} THEN {POST} "
        f"ELSE {GRACE} END",
        "speaker {grace}: it was merged into a record that was itself merged away",
    ),
    "nesting": (
        f"UPDATE quotesdb_appearance SET nested_in_id = {COPY} WHERE key = 'inner'",
        "appearance inner: A quote can be nested only in an appearance in the same article.",
    ),
    "articles": (
        f"UPDATE quotesdb_hop SET article_id = (SELECT id FROM quotesdb_article WHERE "
        f"key = 'first') WHERE position = 1 AND appearance_id = {OUTER}",
        "appearance outer: An article cannot stand for a hop of its own chain: "
        "name the article before it.",
    ),
    "profiles": (
        f"UPDATE quotesdb_speaker SET kind = 'outlet' WHERE id = {GRACE}",
        'speaker grace-hill: A speaker of the kind "outlet" needs an outlet\'s profile: '
        "add it as an outlet.",
    ),
    "corrections": (
        "UPDATE quotesdb_article SET merged_into_id = (SELECT id FROM quotesdb_article "
        "WHERE key = 'second') WHERE key = 'first'",
        "correction wrong: This record was merged into another: name the one that it went into.",
    ),
    "history": (
        "UPDATE quotesdb_quote SET occasion = 'a speech' WHERE key = 'ready'",
        "quote {quote}: it differs from the last of its history in occasion",
    ),
    "versions": (
        "INSERT INTO quotesdb_historicalquote (id, version, updated_at, merged_into_id, key, text, "
        "language, speaker_id, said_from, said_until, occasion, attribution_status, record_source, "
        "history_date, history_type, history_change_reason, door) SELECT id, version, updated_at, "
        "merged_into_id, key, text, language, speaker_id, said_from, said_until, occasion, "
        "attribution_status, record_source, '2100-01-01 00:00:00', '~', '', 'admin' "
        "FROM quotesdb_quote WHERE key = 'ready'",
        "quote {quote}: its version stayed 1 in another act: what one of them wrote may be lost",
    ),
    "changes": (
        f"DELETE FROM quotesdb_change WHERE kind = 'quote' AND number = {QUOTE}",
        "quote {quote}: of what an act did to it at ",
    ),
    "wordings": (
        f"UPDATE quotesdb_appearance SET wording = 'They are ready' WHERE id = {COPY}",
        "appearance copy: its wording is not its segments",
    ),
    "prints": (
        "UPDATE quotesdb_articletext SET prints = (SELECT prints FROM quotesdb_articletext "
        "WHERE body LIKE '%second') WHERE body LIKE '%first'",
        "text 1 of article first: it has other fingerprints than are kept with it",
    ),
    "search": (
        f"UPDATE quotesdb_searchdocument SET words = '=en peace' WHERE quote_id = {QUOTE}",
        "quote ready: of the words by which it is found, some were out of date",
    ),
    "constraints": (
        "DROP INDEX quotesdb_article_address_once",
        "quotesdb_article, quotesdb_article_address_once: "
        "the database does not have it: it was taken away past the migrations",
    ),
    "foreign-keys": (
        f"UPDATE quotesdb_quote SET speaker_id = 987654 WHERE id = {QUOTE}",
        "quotesdb_quote {quote}: it names a row of quotesdb_speaker that is not there",
    ),
}
ALONG = {
    "dates": {"outlets"},
    "versions": {"changes"},
    "likeness": {"likeness-lists"},
    "wordings": {"search", "likeness", "likeness-lists", "kept-answers", "origins"},
    "prints": {"shared-texts"},
    "foreign-keys": {"history", "names"},
    "merges": {"history", "names"},
    "nesting": {"history"},
    "positions": {"history"},
    "aliases": {"history"},
    "texts": {"history"},
    "articles": {"history", "origins", "affected"},
    "profiles": {"history", "names", "kept-answers"},
    "corrections": {"history", "affected", "origins"},
}
"""What else is wrong then, because it is."""


@pytest.fixture
def sound(db):
    with mock.patch.object(kept_answers, "OFTEN", 2):
        fill()
        yield


def ids():
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {QUOTE}, {GRACE}, (SELECT MIN(id) FROM quotesdb_postingsegment)"  # noqa: S608
        )
        return dict(zip(("quote", "grace", "segment"), cursor.fetchone(), strict=True))


def test_a_sound_database_is_left_in_peace(sound):
    assert found() == {}


@pytest.mark.parametrize("name", CASES)
def test_it_is_told(sound, name):
    statement, sentence = CASES[name]
    sentence = sentence.format(**ids())
    with broken(statement):
        told = found()
    assert any(it.startswith(sentence) for it in told.get(name, []))
    assert set(told) - ALONG.get(name, set()) == {name}
