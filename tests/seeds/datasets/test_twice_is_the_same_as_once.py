import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotesdb.models import Appearance, Quote
from seeds import dataset_importing
from tests.seeds.all_rows import checksums
from tests.seeds.datasets.all_formats import files
from tests.seeds.datasets.given import bring, fates, quotebank, write

pytestmark = pytest.mark.django_db

READS = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "SET LOCAL")


@pytest.mark.parametrize("portion", [1, 500])
def test_the_second_time_nothing_at_all_is_written(monkeypatch, tmp_path, portion):
    monkeypatch.setattr(dataset_importing, "PORTION", portion)
    given = files(tmp_path)
    for kind, file in given.items():
        assert bring(kind, file)["lines"]["imported"] >= 2
    before = checksums()
    with CaptureQueriesContext(connection) as queries:
        books = [bring(kind, file) for kind, file in given.items()]
    assert [it["sql"] for it in queries if not it["sql"].startswith(READS)] == []
    assert checksums() == before
    assert {book["lines"]["imported"] for book in books} == {0}


def test_in_whatever_portions_the_same_comes_in(monkeypatch, tmp_path):
    given = files(tmp_path)
    monkeypatch.setattr(dataset_importing, "PORTION", 1)
    one_by_one = [bring(kind, file)["lines"] for kind, file in given.items()]
    assert Quote.objects.count() == 9
    monkeypatch.setattr(dataset_importing, "PORTION", 500)
    at_once = [bring(kind, file)["lines"] for kind, file in given.items()]
    assert [it["read"] for it in one_by_one] == [it["read"] for it in at_once]


def test_the_same_line_twice_in_a_file_is_one(tmp_path):
    book = bring("quotebank", write(tmp_path, quotebank(), quotebank()))
    assert fates(book) == {"read": 2, "imported": 1, "same": 1}
    assert (Quote.objects.count(), Appearance.objects.count()) == (1, 2)


def test_looking_costs_the_same_however_many_lines(tmp_path):
    def asked(count):
        lines = [quotebank(quoteID=f"2019-03-04-{n:06}") for n in range(count)]
        file = write(tmp_path, *lines)
        bring("quotebank", file)
        with CaptureQueriesContext(connection) as queries:
            bring("quotebank", file)
        return len(queries)

    assert asked(40) == asked(3)
