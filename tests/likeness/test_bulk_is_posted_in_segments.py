from collections import defaultdict
from unittest import mock

import pytest

from quotesdb import likeness
from quotesdb.likeness import building, moving, postings, renewing, rows
from quotesdb.models import PostingList, PostingSegment, Quote
from tests.likeness.made import make_quotes, renew

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def bulk_of_ten(monkeypatch):
    monkeypatch.setattr(renewing, "BULK", 10)


def sizes():
    return list(PostingSegment.objects.values_list("quotes", flat=True))


def all_found():
    texts = dict(Quote.objects.standing().order_by("pk").values_list("pk", "text"))
    answers = likeness.nearest(list(texts.values()), most=1)
    return [near.quote for [near] in answers] == list(texts)


def test_new_quotes_in_bulk_get_a_segment_of_their_own():
    for many in (20, 21, 22):
        renew(make_quotes(many))
    assert sizes() == [20, 21, 22]
    assert all_found()


def test_few_new_ones_join_the_newest():
    renew(make_quotes(20))
    renew(make_quotes(5))
    assert sizes() == [25]
    assert all_found()


def test_many_segments_of_a_size_become_one():
    for many in range(20, 29):
        renew(make_quotes(many))
    assert sizes() == [sum(range(20, 28)), 28]
    segments = set(PostingSegment.objects.values_list("pk", flat=True))
    assert {place >> 32 for place in PostingList.objects.values_list("pk", flat=True)} == segments
    assert all_found()


def test_whoever_brings_more_does_not_post_too_many_anew(monkeypatch):
    monkeypatch.setattr(building, "MOST_MERGED", 100)
    for many in range(20, 29):
        renew(make_quotes(many))
    assert sizes() == list(range(20, 29))


def test_a_full_segment_takes_no_new_ones(monkeypatch):
    monkeypatch.setattr(moving, "FULL", 0)
    for many in (6, 1):
        renew(make_quotes(many))
    assert sizes() == [6, 1]
    assert all_found()


def test_nor_does_the_largest_that_may_be(monkeypatch):
    monkeypatch.setattr(moving, "LARGEST", 24)
    renew(make_quotes(20))
    for many in (3, 4, 1):
        renew(make_quotes(many))
    assert sizes() == [23, 5]
    assert all_found()


def test_of_a_full_segment_quotes_are_changed_and_taken_out(monkeypatch):
    first, *others = make_quotes(6)
    renew([first, *others])
    monkeypatch.setattr(moving, "FULL", 0)
    Quote.objects.filter(pk=first).update(text="Nobody asked the crews.")
    Quote.objects.filter(pk__in=others).update(merged_into=first)
    renew([first, *others])
    assert sizes() == [1]
    assert all_found()


def test_what_is_too_frequent_is_posted_no_more_and_finds_nothing(monkeypatch):
    monkeypatch.setattr(postings, "MOST", 5)
    renew(make_quotes(40))
    assert PostingList.objects.filter(quotes=postings.CLOSED).exists()
    closed = set(PostingList.objects.filter(quotes=postings.CLOSED).values_list("pk", flat=True))
    renew(make_quotes(5))
    assert closed <= set(
        PostingList.objects.filter(quotes=postings.CLOSED).values_list("pk", flat=True)
    )
    assert all_found()
    assert likeness.nearest(["the"]) == [[]]


def test_of_a_later_segment_too(monkeypatch):
    monkeypatch.setattr(postings, "MOST", 5)
    for many in (40, 41, 5):
        renew(make_quotes(many))
    segment = PostingSegment.objects.in_use().last()
    assert (segment.quotes, segment.tagged) == (46, True)
    with_tag = defaultdict(list)
    for place, written in PostingList.objects.filter(place__gte=segment.pk << 32).values_list():
        for entry in rows.unpacked(segment, bytes(written)):
            with_tag[place, entry >> 32].append(entry & rows.NO_QUOTE)
    assert any(quotes == [rows.NO_QUOTE] for quotes in with_tag.values())
    assert max(map(len, with_tag.values())) <= 5
    assert all(it == [rows.NO_QUOTE] for it in with_tag.values() if rows.NO_QUOTE in it)
    assert not [*likeness.stale_lists()]
    assert all_found()


def test_what_is_closed_stays_so_where_quotes_are_taken_away(monkeypatch):
    monkeypatch.setattr(postings, "MOST", 5)
    renew(make_quotes(40))
    later = make_quotes(41)
    renew(later)
    Quote.objects.filter(pk__in=later[1:]).update(merged_into=later[0])
    renew(later)
    segment = PostingSegment.objects.in_use().last()
    left = PostingList.objects.filter(place__gte=segment.pk << 32).values_list("quotes", flat=True)
    assert any(bytes(it).endswith(rows.CLOSED_TAG) for it in left)
    assert not [*likeness.stale_lists()]


def test_what_is_right_is_not_written_again():
    quotes = make_quotes(20)
    assert set(renew(quotes)) == set(quotes)
    assert renew(quotes) == {}


def test_it_is_made_anew_in_segments_as_large_as_may_be():
    quotes = make_quotes(30)
    told = []
    with mock.patch.object(renewing, "LARGEST", 12):
        likeness.rebuild(told.append)
    assert (sizes(), sum(told)) == ([12, 12, 6], 30)
    assert renew(quotes) == {}
    assert all_found()
