import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotesdb.likeness import nearest
from quotesdb.models import Quote
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db

EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN ", "postgresql": "EXPLAIN "}


@pytest.fixture(autouse=True)
def texts():
    renew(make_quotes(300))
    return list(Quote.objects.order_by("pk").values_list("text", flat=True))


@pytest.mark.parametrize("many", [1, 50])
def test_three_statements_however_many_are_asked(django_assert_num_queries, texts, many):
    with django_assert_num_queries(3):
        nearest(texts[:many])


def test_lists_and_words_are_looked_up_by_their_keys(texts):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        nearest(texts[:1])
    for statement in asked:
        with connection.cursor() as cursor:
            cursor.execute(EXPLAIN[connection.vendor] + statement["sql"])
            plan = "\n".join(str(row) for row in cursor.fetchall())
        for read_whole in ("SCAN list", "SCAN words", "Seq Scan on quotesdb_postinglist"):
            assert read_whole not in plan, plan
