"""A floor that did less than we do would be none."""

from urllib.parse import urlsplit

import orjson
import pytest
from django.db import connection

from tests.benchmarks.many_quotes.loading import load
from tests.benchmarks.many_quotes.world import World
from tests.benchmarks.side_by_side.drawing import drawn
from tests.benchmarks.side_by_side.floor import tables
from tests.benchmarks.side_by_side.floor.answering import Floor
from tests.benchmarks.side_by_side.floor.engines import OnPostgreSQL, OnSQLite
from tests.benchmarks.side_by_side.peers.ours import Ours
from tests.benchmarks.side_by_side.questions import QUESTIONS

ASKED = ("detail", "by_speaker", "deep_page", "by_outlet_and_dates", "facets_of_a_speaker")
OWN_TABLES = ("floor_printed", "floor_words")


@pytest.fixture
def floor():
    load(World(600))
    with connection.cursor() as cursor:
        for statement in tables.statements(connection.vendor):
            cursor.execute(statement)
    on = OnPostgreSQL if connection.vendor == "postgresql" else OnSQLite
    yield Floor(on(connection.connection))
    with connection.cursor() as cursor:
        for name in OWN_TABLES:
            cursor.execute(f"drop table {name}")


def rows(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_the_floor_finds_what_we_find(floor, client):
    parameters = drawn(rows)
    found = 0
    for name in (*ASKED, "facets_of_all"):
        for given in parameters[QUESTIONS[name].drawn][:20]:
            address = Ours().address(name, given)
            ours = Ours().found(name, client.get(address, headers={"host": "localhost"}).json())
            parts = urlsplit(address)
            answer = orjson.loads(floor.answer("http://localhost", parts.path, parts.query))
            assert Ours().found(name, answer) == ours, address
            found += len(ours)
    assert found > 100
