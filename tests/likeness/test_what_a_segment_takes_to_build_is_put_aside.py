from unittest import mock

import pytest

from quotesdb import likeness
from quotesdb.likeness import building
from quotesdb.models import PostingList, Quote
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db


def lists_of(quotes):
    likeness.rebuild()
    kept = PostingList.objects.order_by("place").values_list("place", "quotes")
    return [(place & 0xFFFFFFFF, bytes(written)) for place, written in kept]


def test_the_lists_are_the_same_whether_it_is_or_not():
    quotes = make_quotes(60)
    in_memory = lists_of(quotes)
    with mock.patch.object(building, "MOST_HELD", 100):
        assert lists_of(quotes) == in_memory


def test_no_more_is_held_than_may_be(monkeypatch):
    held = []
    put_aside = building.Parts.put_aside

    def told(parts):
        held.append(sum(map(len, parts.held)))
        put_aside(parts)
        assert not any(parts.held)

    monkeypatch.setattr(building, "MOST_HELD", 100)
    monkeypatch.setattr(building.Parts, "put_aside", told)
    renew(make_quotes(60))
    likeness.rebuild()
    assert len(held) > 5
    assert max(held) < 300
    assert Quote.objects.count() == 60
