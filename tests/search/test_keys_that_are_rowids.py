"""What is kept about a quote is found by its id at once; what was kept before goes along."""

import os
import sqlite3
from contextlib import closing
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from tests.processes import ended, manage

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="rowids are SQLite's")
BEFORE, THIS = ("quotesdb", "0020"), ("quotesdb", "0021")
KEPT = {"quotesdb_searchdocument", "quotesdb_keptanswer"}
SCHEMA = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
DOCUMENTS = "SELECT quote_id, words FROM quotesdb_searchdocument"
IN_THE_WAY = """
    DROP TRIGGER quotesdb_search_moved;
    CREATE TRIGGER quotesdb_search_moved AFTER DELETE ON quotesdb_speaker BEGIN SELECT 1; END;
"""


@on_sqlite
@pytest.mark.django_db
def test_a_key_that_is_the_id_of_another_row_has_no_tree_of_its_own():
    tables = {it._meta.db_table for it in apps.get_models() if it._meta.pk.one_to_one}
    assert tables >= KEPT
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"PRAGMA index_list({table})")
            assert [row for row in cursor.fetchall() if row[3] == "pk"] == [], table


@on_sqlite
def test_there_and_back_the_index_follows_the_documents(tmp_path):
    environment = filled(tmp_path)
    migrate(environment, *THIS)
    made = asked(tmp_path, SCHEMA)
    migrate(environment, *BEFORE)
    before = asked(tmp_path, SCHEMA)
    assert {name for name, _ in before ^ made} == KEPT
    migrate(environment, *THIS)
    assert asked(tmp_path, SCHEMA) == made
    migrate(environment)
    ended([manage(environment, "import_seeds", "--verbosity=0")])
    (said,) = ended([manage(environment, "verify")])
    assert "All is right" in said


@on_sqlite
def test_one_that_fails_leaves_all_as_it_was(tmp_path):
    environment = filled(tmp_path)
    migrate(environment, *BEFORE)
    with closing(sqlite3.connect(tmp_path / "quotesdb.sqlite3")) as file:
        file.executescript(IN_THE_WAY)
    before = asked(tmp_path, SCHEMA), asked(tmp_path, DOCUMENTS)
    running = manage(environment, "migrate", "--verbosity=0")
    _, complaint = running.communicate(timeout=120)
    assert "trigger quotesdb_search_moved already exists" in complaint
    assert (asked(tmp_path, SCHEMA), asked(tmp_path, DOCUMENTS)) == before


@pytest.mark.postgresql
@pytest.mark.django_db
def test_on_postgresql_no_table_is_touched():
    said = StringIO()
    call_command("sqlmigrate", *THIS, stdout=said)
    assert "TABLE" not in said.getvalue()


def filled(folder):
    environment = {**os.environ, "DATABASE_URL": "", "VAR_DIR": str(folder)}
    migrate(environment)
    ended([manage(environment, "import_seeds", "--verbosity=0")])
    return environment


def migrate(environment, *where):
    ended([manage(environment, "migrate", *where, "--verbosity=0")])


def asked(folder, question):
    with closing(sqlite3.connect(folder / "quotesdb.sqlite3")) as file:
        return set(file.execute(question))
