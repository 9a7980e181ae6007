"""PostgreSQL does not go through all quotes of a language to find the few with rare words."""

import pytest
from django.db import connection

from quotesdb.models import Quote
from quotesdb.search import Found, parse, postgresql
from tests.factory import make_quote

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def quotes():
    for language in ("en", "fr"):
        make_quote(f"the national talks, in {language}", key=language, language=language)
    # In English that is a form of "national".
    make_quote("la nation", key="nation", language="fr")


def among_all(typed):
    return Found(parse(typed)).among(Quote.objects.standing()).values_list("key", flat=True)


def plan(typed):
    """How the quotes of a search are found that are many."""
    condition, parameters = Found(parse(typed))._exactly
    asked = f"EXPLAIN {postgresql.HITS}".format(condition=condition)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(asked, parameters)
        return [line.strip() for (line,) in cursor.fetchall()]


def lines(plan, begun):
    return " ".join(line for line in plan if line.startswith(begun))


def test_the_index_is_asked_for_stems_of_whichever_language():
    told = plan("nationals")
    assert "quotesdb_search_by_tokens" in " ".join(told)
    assert "=nation'" in lines(told, "Index Cond")
    assert "=en=" not in lines(told, "Index Cond")
    assert "=en=" in lines(told, "Filter")


def test_and_not_for_what_is_left_out():
    told = plan("talks -nationals")
    assert "nation" not in lines(told, "Index Cond")
    assert "!" in lines(told, "Filter")


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("nationals", {"en", "fr"}),
        ("talks -french", {"en", "fr"}),
        ("talks -nationals", set()),
        ("nationals -talks", set()),
    ],
)
def test_the_right_ones_are_found_all_the_same(typed, keys):
    assert set(among_all(typed)) == keys
