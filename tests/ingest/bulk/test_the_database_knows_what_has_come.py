import pytest
from django.db import connection, transaction

from quotesdb.models import Appearance
from quotesdb.prepared import among
from tests.ingest.bulk.files import ALL, bring, whole

on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="PostgreSQL's own.")


def bring_printings(folder, many):
    *others, quote, printing = ALL
    printings = [
        one | {"key": f"{one['key']}-{at}"}
        for at in range(many)
        for one in (quote, printing | {"quote": {"key": f"q1-{at}"}})
    ]
    bring(folder, whole(*others, *printings))


def plan_of_finding(quotes):
    return Appearance.objects.standing().filter(quote__in=among(quotes)).order_by().explain()


def known_rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'quotesdb_appearance'")
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_the_printings_of_quotes_are_found_by_the_quotes(tmp_path):
    """And not by going through all that are merged into none, which nearly all are."""
    bring_printings(tmp_path, 600)
    plan = plan_of_finding(range(100))
    assert "quote_id" in plan
    assert "merged_into_id_" not in plan


@pytest.mark.django_db
def test_an_import_that_was_taken_back_is_not_what_is_known(tmp_path):
    with pytest.raises(Exception, match="taken back"), transaction.atomic():
        bring_printings(tmp_path, 600)
        raise RuntimeError("taken back")
    bring_printings(tmp_path, 600)
    assert "merged_into_id_" not in plan_of_finding(range(100))


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_what_is_not_much_larger_is_not_looked_at_again(tmp_path):
    with connection.cursor() as cursor:
        cursor.execute("VACUUM quotesdb_appearance")  # of what other tests have taken back
    bring_printings(tmp_path, 100)
    assert known_rows() == 100
    bring_printings(tmp_path, 300)
    assert known_rows() == 100
    bring_printings(tmp_path, 1_500)
    assert known_rows() == 1_500
