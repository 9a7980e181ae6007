from importlib import import_module

import pytest

from quotesdb.likeness import renewing
from quotesdb.models import NumberedWords, PostingList, PostingSegment
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db

migration = import_module("quotesdb.migrations.0022_tagged")


@pytest.fixture(autouse=True)
def bulk_of_ten(monkeypatch):
    monkeypatch.setattr(renewing, "BULK", 10)


def counts():
    return [model.objects.count() for model in (NumberedWords, PostingSegment, PostingList)]


def test_an_index_with_tags_is_left_to_be_made_anew():
    for many in (20, 21):
        renew(make_quotes(many))
    migration.empty(None, None)
    assert counts() == [0, 0, 0]
    migration.fill(None, None)
    assert counts()[:2] == [41, 1]


def test_so_is_one_that_is_being_made_one():
    renew(make_quotes(20))
    PostingSegment.objects.create(quotes=0, bits=12)
    migration.empty(None, None)
    assert counts() == [0, 0, 0]


def test_any_other_stays():
    renew(make_quotes(20))
    before = counts()
    migration.empty(None, None)
    migration.fill(None, None)
    assert counts() == before
