"""PostgreSQL plans a list once for a connection, whomever it is asked about first."""

import pytest
from django.db import connection

from tests.factory import make_appearance, make_quote, make_speaker

pytestmark = pytest.mark.django_db

PLANS = "SELECT custom_plans FROM pg_prepared_statements WHERE statement LIKE 'WITH page%'"
BY_ITSELF = 5
"""As often PostgreSQL plans by itself before it weighs."""


@pytest.fixture
def on_postgresql(db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite plans a statement before it knows any value.")


def analyze():
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def plans():
    with connection.cursor() as cursor:
        cursor.execute(PLANS)
        return max(count for (count,) in cursor.fetchall())


def much_said_by(often, seldom):
    for number in range(60):
        quote = make_quote(speaker=often, said_from=f"2020-01-{number % 28 + 1:02}")
        make_appearance(quote=quote)
    make_quote(speaker=seldom)
    analyze()


def test_a_speaker_is_not_looked_at(client, on_postgresql):
    often, seldom = make_speaker(), make_speaker()
    much_said_by(often, seldom)
    for _ in range(3 * BY_ITSELF):
        assert len(client.get(f"/api/v1/quotes/?speaker={seldom.slug}").json()["results"]) == 1
    assert plans() <= BY_ITSELF
