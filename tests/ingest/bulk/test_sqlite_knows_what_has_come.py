import pytest
from django.db import connection

from quotesdb.models import Appearance
from quotesdb.prepared import among
from tests.ingest.bulk.files import ALL, bring, whole

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL looks by itself."),
]


def test_the_printings_of_quotes_are_found_by_the_quotes(tmp_path):
    """And not by going through all that are merged into none, which nearly all are."""
    *others, quote, printing = ALL
    many = [
        one | {"key": f"{one['key']}-{at}"}
        for at in range(200)
        for one in (quote, printing | {"quote": {"key": f"q1-{at}"}})
    ]
    bring(tmp_path, whole(*others, *many))
    plan = Appearance.objects.standing().filter(quote__in=among(range(100))).order_by().explain()
    assert "(quote_id=?)" in plan
    assert connection.vendor == "sqlite"
