import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotesdb.likeness import nearest
from quotesdb.models import Quote
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def texts():
    renew(make_quotes(300))
    return list(Quote.objects.order_by("pk").values_list("text", flat=True))


@pytest.mark.parametrize("many", [1, 50])
def test_three_statements_however_many_are_asked(django_assert_num_queries, texts, many):
    with django_assert_num_queries(3):
        nearest(texts[:many])


def test_lists_and_words_are_looked_up_by_their_keys(texts):
    with CaptureQueriesContext(connection) as asked:
        nearest(texts[:1])
    for statement in asked:
        with connection.cursor() as cursor:
            plan = PLANS[connection.vendor](cursor, statement["sql"])
        for read_whole in ("SCAN list", "SCAN words", "Seq Scan on quotesdb_postinglist"):
            assert read_whole not in plan, plan


def plan_on_sqlite(cursor, sql):
    cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
    return str(cursor.fetchall())


def plan_on_postgresql(cursor, sql):
    """For any parameters: so is planned what is asked again and again."""
    nothing = ", ".join(["NULL"] * len(set(re.findall(r"\$\d", sql))))
    cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
    cursor.execute(f"PREPARE asked AS {sql}")
    cursor.execute(f"EXPLAIN EXECUTE asked({nothing})")
    plan = str(cursor.fetchall())
    cursor.execute("DEALLOCATE asked")
    return plan


PLANS = {"sqlite": plan_on_sqlite, "postgresql": plan_on_postgresql}
