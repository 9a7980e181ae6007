"""Damage that each engine has in its own way."""

import pytest
from django.db import connection

from quotesdb.models import Quote
from tests.verifying.sound import broken, fill, found

ON_SQLITE = connection.vendor == "sqlite"

pytestmark = pytest.mark.django_db
only_sqlite = pytest.mark.skipif(not ON_SQLITE, reason="as SQLite has it")
only_postgresql = pytest.mark.skipif(ON_SQLITE, reason="as PostgreSQL has it")


def test_two_that_only_one_may_be():
    fill()
    same = "UPDATE quotesdb_article SET url = 'https://harbour.example/1'"
    with broken("DROP INDEX quotesdb_article_address_once", same):
        (sentence,) = [it for it in found("constraints")["constraints"] if "Another" in it]
    assert sentence.startswith("article ")
    assert sentence.endswith(": Another article has this address.")


@only_sqlite
def test_a_row_that_breaks_its_check():
    fill()
    number = Quote.objects.get(key="ready").pk
    wrong = "UPDATE quotesdb_quote SET language = '?' WHERE key = 'ready'"
    with broken("PRAGMA ignore_check_constraints = ON", wrong):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
        told = found("constraints", "file")
    (sentence,) = told["constraints"]
    assert sentence.startswith(f"quote {number}: quotesdb_quote_language_is_a_tag: Language must")
    assert told["file"] == ["the file: CHECK constraint failed in quotesdb_quote"]


@only_sqlite
def test_words_that_only_the_index_has():
    fill()
    extra = "INSERT INTO quotesdb_searchindex(rowid, tokens) VALUES (999, 'peace')"
    with broken(extra):
        assert found() == {
            "search-index": [
                "search index: 1 words are indexed otherwise than the documents have them"
            ]
        }


@only_sqlite
def test_words_that_the_index_has_for_another_quote():
    fill()
    ready, inside = (Quote.objects.get(key=key).pk for key in ("ready", "inside"))
    added = "INSERT INTO quotesdb_searchindex(rowid, tokens) VALUES ({0}, 'a')"
    document = "UPDATE quotesdb_searchdocument SET words = 'a', tokens = 'a' WHERE quote_id = {0}"
    moved = [f"DROP TRIGGER quotesdb_search_{name}" for name in ("moved", "taken", "added")]
    moved += [document.format(ready), added.format(inside)]
    with broken(*moved):
        assert "search-index" in found("search-index")


@only_postgresql
def test_a_row_that_breaks_its_check_once_it_is_gone():
    fill()
    number = Quote.objects.get(key="ready").pk
    gone = "ALTER TABLE quotesdb_quote DROP CONSTRAINT quotesdb_quote_language_is_a_tag"
    wrong = "UPDATE quotesdb_quote SET language = '?' WHERE key = 'ready'"
    with broken(gone, wrong):
        first, second = found("constraints")["constraints"]
    assert first.startswith("quotesdb_quote, quotesdb_quote_language_is_a_tag: the database does")
    assert second.startswith(f"quote {number}: quotesdb_quote_language_is_a_tag: Language must")


@only_postgresql
def test_a_constraint_that_was_never_checked():
    fill()
    unchecked = "ALTER TABLE quotesdb_quote ADD CONSTRAINT odd CHECK (language = '?') NOT VALID"
    with broken(unchecked):
        told = found("file")["file"]
    assert told == ["quotesdb_quote, odd: the constraint was never checked"]


@only_postgresql
def test_stems_that_are_not_those_of_the_words():
    fill()
    with broken("UPDATE quotesdb_searchdocument SET tokens = 'peace'::tsvector"):
        assert list(found()) == ["search"]


@only_sqlite
def test_stems_that_are_not_those_of_the_words_on_sqlite():
    fill()
    with broken("UPDATE quotesdb_searchdocument SET tokens = 'peace'"):
        assert list(found()) == ["search"]
