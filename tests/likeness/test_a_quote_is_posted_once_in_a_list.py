import pytest

from quotesdb.likeness import building, postings, renewing, rows
from quotesdb.models import PostingList, PostingSegment
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db


def test_though_several_of_its_features_have_that_list(monkeypatch):
    monkeypatch.setattr(renewing, "BULK", 10)
    monkeypatch.setattr(building, "LEAST_BITS", 10)
    for many in (60, 61):
        renew(make_quotes(many, least=60, most=90))
    coarse, tagged = PostingSegment.objects.in_use()
    for place, written in PostingList.objects.values_list():
        segment = coarse if place >> 32 == coarse.pk else tagged
        if written != postings.CLOSED:
            entries = rows.unpacked(segment, bytes(written))
            assert len(set(entries)) == len(entries)
