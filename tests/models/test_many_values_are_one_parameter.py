import pytest

from quotesdb.models import Quote
from quotesdb.prepared import MANY, among
from tests.factory import make_quote

pytestmark = pytest.mark.django_db

ODD = ["a,b", 'with "marks"', "with 'others'", "{braces}", "back\\slash", "NULL", "", "é%s"]


@pytest.mark.parametrize("many", [1, MANY - 1, MANY, 3 * MANY])
def test_few_and_many_find_the_same(many, django_assert_num_queries):
    wanted = {make_quote().pk for _ in range(3)}
    make_quote()
    numbers = [*wanted, *range(10**6, 10**6 + many)]
    with django_assert_num_queries(1):
        found = set(Quote.objects.filter(pk__in=among(numbers)).values_list("pk", flat=True))
    assert found == wanted


def test_many_are_one_parameter():
    _, parameters = Quote.objects.filter(pk__in=among(range(MANY))).query.sql_with_params()
    assert len(parameters) == 1


def test_texts_may_have_any_letters():
    wanted = {make_quote(occasion=one).pk for one in ODD}
    make_quote(occasion="another")
    names = [*ODD, *map(str, range(MANY))]
    found = Quote.objects.filter(occasion__in=among(names, "text"))
    assert set(found.values_list("pk", flat=True)) == wanted


def test_of_none_there_is_none():
    make_quote()
    assert not Quote.objects.filter(pk__in=among([])).exists()
